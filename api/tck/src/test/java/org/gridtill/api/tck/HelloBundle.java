package org.gridtill.api.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Lays out the bundle of an adapter of these tests, as a build would. */
final class HelloBundle {

  /** The PID of its settings. */
  static final String PID = "hello";

  private static final Path CLASSES = Path.of("target/test-classes");

  private HelloBundle() {}

  /**
   * Lays it out.
   *
   * @param service what the adapter is
   * @param imports what every adapter of that kind imports
   */
  static Path of(Fault fault, Class<?> service, String imports) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "bundle");
      for (Class<?> type = fault.type(); type != Object.class; type = type.getSuperclass()) {
        copy(type, folder);
      }
      write(folder, "META-INF/MANIFEST.MF", manifest(fault, imports));
      write(folder, "OSGI-INF/adapter.xml", component(fault, service));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class with those inside it. */
  private static void copy(Class<?> type, Path folder) throws IOException {
    Path in = Path.of(type.getPackageName().replace('.', '/'));
    String own = type.getName().substring(type.getPackageName().length() + 1);
    Files.createDirectories(folder.resolve(in));
    try (var files = Files.list(CLASSES.resolve(in))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.equals(own + ".class") || name.startsWith(own + '$')) {
          Files.copy(file, folder.resolve(in).resolve(name));
        }
      }
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String manifest(Fault fault, String imports) {
    return """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-SymbolicName: org.example.hello
        Bundle-Version: 1.0.0
        Service-Component: OSGI-INF/adapter.xml
        Import-Package: %s%s
        """
            .formatted(imports, fault.imports())
        + (fault.header().isEmpty() ? "" : fault.header() + '\n');
  }

  private static String component(Fault fault, Class<?> service) {
    String properties =
        fault.names().stream()
            .map(name -> List.of(name.split("=")))
            .map(p -> "<property name=\"%s\" value=\"%s\"/>".formatted(p.get(0), p.get(1)))
            .collect(Collectors.joining("\n"));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
          %s
          <service><provide interface="%s"/></service>
          <implementation class="%s"/>
        </scr:component>
        """
        .formatted(PID, properties, service.getName(), fault.type().getName());
  }
}

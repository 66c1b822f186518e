package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.benchmarks.adapters.wayward.WaywardAdapter;

/** Makes bundles of the adapter that misbehaves. */
final class WaywardJar {

  private static final String COMPONENT = "OSGI-INF/wayward.xml";

  private static final String COMPONENT_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="ADAPTER">
        <property name="gridtill.adapter" type="String" value="ADAPTER"/>
        <property name="gridtill.vendor" type="String" value="Benchmark"/>
        <service><provide interface="TYPE"/></service>
        <implementation class="CLASS"/>
      </scr:component>
      """;

  private WaywardJar() {}

  /** Makes one, whose adapter has that name. */
  static void make(Path jar, String adapter) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "bench." + adapter);
    headers.putValue("Bundle-Version", "1.0.0");
    headers.putValue("Import-Package", TerminalAdapter.class.getPackageName());
    headers.putValue(
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0))\","
            + "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
    headers.putValue("Service-Component", COMPONENT);
    String file = WaywardAdapter.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = WaywardAdapter.class.getClassLoader().getResourceAsStream(file)) {
      to.putNextEntry(new JarEntry(COMPONENT));
      String component =
          COMPONENT_XML
              .replace("ADAPTER", adapter)
              .replace("TYPE", TerminalAdapter.class.getName())
              .replace("CLASS", WaywardAdapter.class.getName());
      to.write(component.getBytes(StandardCharsets.UTF_8));
      to.putNextEntry(new JarEntry(file));
      code.transferTo(to);
    }
  }
}

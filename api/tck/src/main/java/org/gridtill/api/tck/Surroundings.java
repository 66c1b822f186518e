package org.gridtill.api.tck;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The class path of the test without the adapter. A library that looks for a class by its name, and
 * finds there what the bundle has, too, would mix up the two; where the platform runs, there is no
 * class path that has it.
 */
final class Surroundings extends URLClassLoader {

  /** Of these the test and the adapter must see the same. */
  private static final List<String> SHARED =
      List.of("org.osgi.", "org.gridtill.api.adapter.", "org.slf4j.");

  private final Path adapter;

  Surroundings(Path adapter) {
    super(jars(), Surroundings.class.getClassLoader());
    this.adapter = adapter.toAbsolutePath().normalize();
  }

  private static URL[] jars() {
    List<URL> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        jars.add(url(path));
      }
    }
    return jars.toArray(URL[]::new);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      if (SHARED.stream().noneMatch(name::startsWith)) {
        Class<?> own = ofLibrary(name);
        if (own != null) {
          return own;
        }
      }
      Class<?> found = getParent().loadClass(name);
      if (isOfAdapter(found)) {
        throw new ClassNotFoundException(name + " is the adapter's");
      }
      return found;
    }
  }

  /** Returns a class of the JDK or of a library; null if none of them has it. */
  private Class<?> ofLibrary(String name) {
    try {
      return getPlatformClassLoader().loadClass(name);
    } catch (ClassNotFoundException e) {
      try {
        return findClass(name);
      } catch (ClassNotFoundException none) {
        return null;
      }
    }
  }

  private boolean isOfAdapter(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return false;
    }
    try {
      return Path.of(source.getLocation().toURI()).equals(adapter);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URL getResource(String name) {
    URL found = findResource(name);
    return found == null ? getPlatformClassLoader().getResource(name) : found;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = Collections.list(findResources(name));
    all.addAll(Collections.list(getPlatformClassLoader().getResources(name)));
    return Collections.enumeration(all);
  }
}

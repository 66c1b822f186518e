package org.gridtill.itests;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;

/** The options that Karaf's own start script gives to Java, which Pax Exam does not run. */
final class KarafVirtualMachine {

  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.naming/javax.naming.spi",
          "java.rmi/sun.rmi.transport.tcp");

  private static final List<String> EXPORTED =
      List.of(
          "java.base/sun.net.www.protocol.file",
          "java.base/sun.net.www.protocol.ftp",
          "java.base/sun.net.www.protocol.http",
          "java.base/sun.net.www.protocol.https",
          "java.base/sun.net.www.protocol.jar",
          "java.base/sun.net.www.content.text",
          "jdk.naming.rmi/com.sun.jndi.url.rmi");

  private KarafVirtualMachine() {}

  static List<Option> options() throws IOException {
    Stream<String> patches =
        Stream.of(
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=" + endorsed("locator"),
            "--patch-module",
            "java.xml=" + endorsed("java.xml"));
    Stream<String> opened = OPENED.stream().map(name -> "--add-opens=" + name + "=ALL-UNNAMED");
    Stream<String> exported =
        EXPORTED.stream().map(name -> "--add-exports=" + name + "=ALL-UNNAMED");
    Stream<String> classPath =
        Stream.of("-classpath", "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
    return Stream.of(patches, opened, exported, classPath)
        .flatMap(options -> options)
        .<Option>map(VMOption::new)
        .toList();
  }

  private static String endorsed(String name) throws IOException {
    return "lib/endorsed/org.apache.karaf.specs." + name + "-" + karafVersion() + ".jar";
  }

  private static String karafVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream in = KarafVirtualMachine.class.getResourceAsStream("/versions.properties")) {
      versions.load(in);
    }
    return versions.getProperty("karaf");
  }
}

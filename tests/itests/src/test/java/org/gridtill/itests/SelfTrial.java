package org.gridtill.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.gridtill.api.adapter.SelfCheck;

/** The class by which the POS adapter tries itself, compiled anew with another outcome. */
final class SelfTrial {

  private static final String ENTRY = "org/gridtill/adapter/pos/Trial.class";

  private SelfTrial() {}

  /**
   * Compiles one.
   *
   * @param why what it finds
   * @param jar the adapter whose class it replaces
   * @return its place in the jar, and its code
   */
  static Map<String, byte[]> saying(String why, Path jar) throws IOException {
    Path folder = Files.createTempDirectory("trial");
    Path source =
        Files.writeString(
            folder.resolve("Trial.java"),
            """
            package org.gridtill.adapter.pos;

            final class Trial {
              static java.util.Optional<String> of(
                  org.gridtill.api.adapter.terminal.TerminalAdapter adapter) {
                return java.util.Optional.of("%s");
              }
            }
            """
                .formatted(why));
    Path api =
        Path.of(SelfCheck.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-cp",
            jar + System.getProperty("path.separator") + api,
            "-d",
            folder.toString(),
            source.toString());
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IOException("the class does not compile");
    }
    return Map.of(ENTRY, Files.readAllBytes(folder.resolve(ENTRY)));
  }
}

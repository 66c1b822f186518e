import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the SHA-256 of each jar in a folder, in a file there that {@code sha256sum --check} understands. The platform
 * tells its own bundles from foreign ones by this list. Usage: java ListBundles.java FOLDER FILE
 */
final class ListBundles {

  private ListBundles() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted()
              .map(file -> digest(file) + "  " + folder.relativize(file).toString().replace('\\', '/'))
              .toList();
      if (lines.isEmpty()) {
        throw new IOException("no jars in " + folder);
      }
      Files.write(folder.resolve(arguments[1]), lines, StandardCharsets.UTF_8);
    }
  }

  private static String digest(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

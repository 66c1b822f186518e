package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.files.BadFileException;

/** Reads files that commands import. */
final class ImportFile {

  private ImportFile() {}

  /** What becomes of the file's text. */
  interface Import<T> {

    T from(Reader text) throws IOException;
  }

  /**
   * Imports a regular file in UTF-8; prints each of its bad lines, if there are any.
   *
   * @throws CommandException if it cannot be read or is bad
   */
  static <T> T read(String name, PrintStream out, Import<T> work) throws CommandException {
    Path file = path(name);
    // Not what a link points to, a device or a pipe: whoever may import need not see more than
    // that.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ShellCommand.failure(name + " is no regular file");
    }
    try (Reader text =
        new InputStreamReader(
            Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      return work.from(text);
    } catch (BadFileException e) {
      e.lines().forEach(out::println);
      throw ShellCommand.failure(e.getMessage() + "; nothing is imported");
    } catch (CharacterCodingException e) {
      throw ShellCommand.failure(name + " is not UTF-8; nothing is imported");
    } catch (IOException e) {
      throw ShellCommand.failure(name + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a regular file as it is.
   *
   * @param most how long it may be
   * @throws CommandException if it cannot be read or is longer
   */
  static byte[] bytes(String name, int most) throws CommandException {
    Path file = path(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ShellCommand.failure(name + " is no regular file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw ShellCommand.failure(name + " has more than " + most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw ShellCommand.failure(name + " cannot be read: " + e.getMessage());
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not the name of a file: " + name, e);
    }
  }
}

package org.gridtill.vault;

import static org.gridtill.vault.VaultSettings.wrong;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that nobody but their owner may read. */
final class PrivateFiles {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFiles() {}

  /** Tells whether nobody but the owner may do anything with the file. */
  static boolean isPrivate(Path file) throws IOException {
    Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeIf(permission -> permission.name().startsWith("OWNER_"));
    return others.isEmpty();
  }

  /**
   * Refuses a file that is missing or open to others.
   *
   * @throws IllegalArgumentException naming the setting
   */
  static void require(String setting, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw wrong(setting, file + " is missing");
      }
      if (!isPrivate(file)) {
        throw wrong(
            setting, file + " is open to others than its owner; allow it to its owner alone");
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw wrong(setting, file + " cannot be checked", e);
    }
  }

  /**
   * Makes a file, complete and on disk, or not at all.
   *
   * @throws FileAlreadyExistsException if it is there already; it is never overwritten, even if two
   *     processes come at the same moment
   */
  static void create(Path file, byte[] content) throws IOException {
    Path draft = draft(file);
    try {
      write(draft, content);
      // A link, unlike a rename, fails if the name is taken.
      Files.createLink(file, draft);
    } finally {
      Files.delete(draft);
    }
    force(directory(file));
  }

  /** Puts new content in place of a file's, completely and on disk, or not at all. */
  static void replace(Path file, byte[] content) throws IOException {
    Path draft = draft(file);
    try {
      write(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    force(directory(file));
  }

  /** Does something that is to be done with a file by one process at a time. */
  static void alone(Path file, Work work) throws IOException {
    Path lock = directory(file).resolve(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        throw new IOException(lock + " is held by another process");
      }
      work.run();
    }
  }

  /** What is done with a file. */
  interface Work {
    void run() throws IOException;
  }

  private static Path draft(Path file) throws IOException {
    FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    return Files.createTempFile(directory(file), ".gridtill-", ".new", mode);
  }

  private static Path directory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("is a directory: " + file);
    }
    return directory;
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}

package org.gridtill.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * Makes a file, complete and on disk, or not at all.
   *
   * @throws FileAlreadyExistsException if it is there already; it is never overwritten, even if two
   *     processes come at the same moment
   */
  static void create(Path file, byte[] content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("is a directory: " + file);
    }
    FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    Path draft = Files.createTempFile(directory, ".gridtill-", ".new", mode);
    try {
      write(draft, content);
      // A link, unlike a rename, fails if the name is taken.
      Files.createLink(file, draft);
    } finally {
      Files.delete(draft);
    }
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

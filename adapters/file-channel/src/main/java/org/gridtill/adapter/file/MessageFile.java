package org.gridtill.adapter.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A file that lines are appended to, and that its owner alone may read. A line is there as a whole
 * and on the disk, or it is not there. The file is opened for each line, so that others may move it
 * away. Not safe for use by several threads, nor by several processes.
 */
final class MessageFile {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNERS_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final byte LINE_BREAK = '\n';

  private final Path path;
  private final boolean posix;

  MessageFile(Path path) {
    this.path = path.toAbsolutePath();
    posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /**
   * Appends a line; after an exception it is there as little as before, if the disk lets that be.
   */
  void append(String line) throws IOException {
    prepare();
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = endOfLines(file);
      try {
        write(file, end, line);
        file.force(true);
      } catch (IOException | RuntimeException e) {
        undo(file, end, e);
        throw e;
      }
    }
  }

  private static void write(FileChannel file, long start, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
    long position = start;
    while (bytes.hasRemaining()) {
      position += file.write(bytes, position);
    }
  }

  private static void undo(FileChannel file, long end, Exception cause) {
    try {
      file.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Returns where the last whole line ends. What stands behind it, a process has left that died
   * while it wrote; it gets a line of its own, since it is not ours to delete.
   */
  private static long endOfLines(FileChannel file) throws IOException {
    long size = file.size();
    if (size == 0) {
      return 0;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    file.read(last, size - 1);
    if (last.get(0) == LINE_BREAK) {
      return size;
    }
    return size + file.write(ByteBuffer.wrap(new byte[] {LINE_BREAK}), size);
  }

  /**
   * Returns the last lines.
   *
   * @param mostBytes how much of the file's end is read
   */
  List<String> tail(int mostBytes) throws IOException {
    if (Files.notExists(path)) {
      return List.of();
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long start = Math.max(0, file.size() - mostBytes);
      ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - start));
      while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
        // Reads on until it has all.
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      // The first may be half a line, which would pass for a whole one.
      return start == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
    }
  }

  private void prepare() throws IOException {
    Path folder = path.getParent();
    if (folder != null && Files.notExists(folder)) {
      Files.createDirectories(folder, only(OWNERS_FOLDER));
    }
    try {
      Files.createFile(path, only(OWNER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(path)) {
        throw new IOException(path + " is no file", e);
      }
      if (posix && !Files.getPosixFilePermissions(path).equals(OWNER)) {
        Files.setPosixFilePermissions(path, OWNER);
      }
    }
  }

  private FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}

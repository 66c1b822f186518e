package org.gridtill.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells how long a database's log has to wait for the disk. */
final class Disk {

  private static final int BLOCK = 4096;
  private static final int WRITES = 200;

  private Disk() {}

  /** Returns how long a small write takes until it is on the disk, the median of many. */
  static double writeMillis(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "disk", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // A database's log has its room on the disk before it is written.
      channel.write(ByteBuffer.allocate(WRITES * BLOCK));
      channel.force(true);
      Samples samples = new Samples();
      for (int i = 0; i < WRITES; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(BLOCK), (long) i * BLOCK);
        channel.force(false);
        samples.add(System.nanoTime() - start);
      }
      return samples.percentile(50);
    } finally {
      Files.delete(file);
    }
  }
}

package org.gridtill.simulator.sg186.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.gridtill.simulator.sg186.utility.Population;

/**
 * Events in a file that only grows. Each line carries a checksum and is on the disk before the
 * caller goes on. A last line that is torn, as a power failure leaves it, is cut off at the start;
 * damage anywhere else is refused.
 */
public final class StateFile implements Storage {

  private static final String FORMAT = "gridtill-sg186-simulator-2";

  private final FileChannel channel;
  private final Population population;
  private final List<Event> events = new ArrayList<>();
  private long end;

  private StateFile(Path file, Population wanted) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean opened = false;
    try {
      if (channel.tryLock() == null) {
        throw new IOException(file + " is in use by another process");
      }
      List<String> lines = readLines(file);
      population = lines.isEmpty() ? wanted : population(file, lines.get(0));
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        events.add(EventText.read(line));
      }
      channel.truncate(end);
      if (lines.isEmpty()) {
        writeLine(header());
      }
      opened = true;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  /**
   * Opens the file, or makes it.
   *
   * @param wanted the population of a new file; one that exists keeps its own
   * @throws IOException if it cannot be used, or is damaged before its last line
   */
  public static StateFile open(Path file, Population wanted) throws IOException {
    return new StateFile(file, wanted);
  }

  /** Returns the population that the events are about. */
  public Population population() {
    return population;
  }

  /** Returns the events that the file held when it was opened. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  @Override
  public void append(Event event) {
    try {
      writeLine(EventText.write(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void clear() {
    try {
      end = 0;
      channel.truncate(0);
      writeLine(header());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeLine(String text) throws IOException {
    byte[] line = (text + "\t" + checksum(text) + "\n").getBytes(UTF_8);
    ByteBuffer buffer = ByteBuffer.wrap(line);
    long position = end;
    while (buffer.hasRemaining()) {
      position += channel.write(buffer, position);
    }
    channel.force(false);
    // Only now: after a failure, the next line overwrites what this one left.
    end = position;
  }

  /** Reads all lines that are whole, and sets the end behind the last of them. */
  private List<String> readLines(Path file) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(channel.size())];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
      // Until all is read.
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int stop = indexOfLineEnd(bytes, start);
      String line = new String(bytes, start, Math.min(stop, bytes.length) - start, UTF_8);
      boolean last = stop >= bytes.length - 1;
      boolean whole = stop < bytes.length && isWhole(line);
      if (!whole && !last) {
        throw new IOException(file + ": line " + (lines.size() + 1) + " is damaged");
      }
      if (whole) {
        lines.add(line.substring(0, line.lastIndexOf('\t')));
        end = stop + 1L;
      }
      start = stop + 1;
    }
    return lines;
  }

  private static int indexOfLineEnd(byte[] bytes, int from) {
    int index = from;
    while (index < bytes.length && bytes[index] != '\n') {
      index++;
    }
    return index;
  }

  private static boolean isWhole(String line) {
    int tab = line.lastIndexOf('\t');
    return tab >= 0 && checksum(line.substring(0, tab)).equals(line.substring(tab + 1));
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return String.format("%08x", crc.getValue());
  }

  private String header() {
    return FORMAT + "\t" + population.consumers() + "\t" + population.latestMonth();
  }

  private static Population population(Path file, String header) throws IOException {
    String[] field = header.split("\t");
    if (field.length != 3 || !field[0].equals(FORMAT)) {
      throw new IOException(file + " is no state file of this simulator");
    }
    return new Population(Integer.parseInt(field[1]), YearMonth.parse(field[2]));
  }
}

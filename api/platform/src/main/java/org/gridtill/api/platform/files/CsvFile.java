package org.gridtill.api.platform.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridtill.api.platform.files.BadFileException.BadLine;

/**
 * A file of comma-separated values with a header. Each line is a record of its own, so that a bad
 * one, such as one with an open quote, hides none of the others. Used by one thread.
 */
public final class CsvFile {

  /** A longer file is refused. */
  public static final int MOST_CHARACTERS = 8_000_000;

  /** A longer line is bad. */
  public static final int LONGEST_LINE = 1_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What a decoder writes for bytes that are no characters. */
  private static final char REPLACEMENT = '\uFFFD';

  private final List<Line> lines = new ArrayList<>();
  private final List<BadLine> bad = new ArrayList<>();

  private CsvFile() {}

  /**
   * A line that has a value, possibly an empty one, for each column.
   *
   * @param number counted from 1, the header's
   * @param values by column
   */
  public record Line(long number, Map<String, String> values) {

    /** Copies the values. */
    public Line {
      values = Map.copyOf(values);
    }

    /** Returns the value of a column. */
    public String value(String column) {
      return values.get(column);
    }
  }

  /**
   * Reads a file.
   *
   * @param columns the names that the header must have, in any order
   * @throws BadFileException if it is too long or has another header
   */
  public static CsvFile read(Reader reader, List<String> columns) throws IOException {
    CsvFile file = new CsvFile();
    BufferedReader text = new BufferedReader(new StringReader(bounded(reader)));
    String first = text.readLine();
    List<String> header = first == null ? List.of() : file.header(first, columns);
    long number = 1;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        file.add(number, line, header);
      }
    }
    if (first == null) {
      throw bad(1, "the file is empty");
    }
    return file;
  }

  private static String bounded(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      text.append(buffer, 0, read);
      if (text.length() > MOST_CHARACTERS) {
        long line = 1 + text.chars().filter(c -> c == '\n').count();
        throw bad(line, "the file is longer than " + MOST_CHARACTERS + " characters");
      }
    }
    if (text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
      text.deleteCharAt(0);
    }
    return text.toString();
  }

  private static BadFileException bad(long line, String words) {
    return new BadFileException(List.of(new BadLine(line, words)));
  }

  private List<String> header(String line, List<String> columns) {
    List<String> header = values(1, line);
    if (header.size() != columns.size() || !new HashSet<>(header).equals(new HashSet<>(columns))) {
      throw bad(1, "the header must name the columns " + String.join(",", columns));
    }
    return header;
  }

  private void add(long number, String line, List<String> header) {
    List<String> values = values(number, line);
    if (values.isEmpty()) {
      return;
    }
    if (values.size() != header.size()) {
      bad.add(new BadLine(number, values.size() + " values, not " + header.size()));
      return;
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      named.put(header.get(i), values.get(i));
    }
    lines.add(new Line(number, named));
  }

  /** Returns the values of a line; none if it is bad. */
  private List<String> values(long number, String line) {
    if (line.length() > LONGEST_LINE) {
      bad.add(new BadLine(number, "longer than " + LONGEST_LINE + " characters"));
    } else if (line.chars().anyMatch(c -> Character.isISOControl(c) || c == REPLACEMENT)) {
      bad.add(new BadLine(number, "a character that is no text; the file must be UTF-8"));
    } else {
      try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
        List<CSVRecord> records = parser.getRecords();
        // An empty line is no record.
        return records.isEmpty() ? List.of() : records.get(0).stream().map(String::strip).toList();
      } catch (IOException | UncheckedIOException e) {
        bad.add(new BadLine(number, "not comma-separated values; is a quote open?"));
      }
    }
    return List.of();
  }

  /** Returns the lines that are not bad so far, without the header and without empty ones. */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Returns the lines that are bad. */
  public List<BadLine> bad() {
    return List.copyOf(bad);
  }
}

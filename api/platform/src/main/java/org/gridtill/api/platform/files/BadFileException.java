package org.gridtill.api.platform.files;

import java.util.List;

/** A file cannot be imported, and nothing of it was. */
public class BadFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<BadLine> lines;

  /**
   * A bad line.
   *
   * @param number counted from 1
   * @param words what is wrong with it
   */
  public record BadLine(long number, String words) {

    @Override
    public String toString() {
      return "line " + number + ": " + words;
    }
  }

  /** A file with bad lines. */
  public BadFileException(List<BadLine> lines) {
    super(lines.size() + (lines.size() == 1 ? " line is bad" : " lines are bad"));
    this.lines = List.copyOf(lines);
  }

  /** Returns the bad lines, in their order. */
  public List<BadLine> lines() {
    return lines;
  }
}

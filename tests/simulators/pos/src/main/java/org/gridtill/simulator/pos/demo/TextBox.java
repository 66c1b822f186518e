package org.gridtill.simulator.pos.demo;

import java.util.ArrayList;
import java.util.List;

/** Draws a box around text, on a screen where Chinese characters are two columns wide. */
final class TextBox {

  private TextBox() {}

  /** Returns the lines of the text in a box. */
  static List<String> around(String text) {
    List<String> lines = text.lines().toList();
    int width = lines.stream().mapToInt(TextBox::width).max().orElse(0);
    List<String> box = new ArrayList<>();
    box.add("+" + "-".repeat(width + 2) + "+");
    for (String line : lines) {
      box.add("| " + line + " ".repeat(width - width(line)) + " |");
    }
    box.add("+" + "-".repeat(width + 2) + "+");
    return box;
  }

  private static int width(String line) {
    return line.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x3000 && character <= 0x303f)
        || (character >= 0xff00 && character <= 0xff60);
  }
}

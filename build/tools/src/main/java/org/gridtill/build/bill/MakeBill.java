package org.gridtill.build.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the bill of materials of an unpacked distribution, or fails if something in it must not be
 * shipped. Usage: ASSEMBLY TERMS VERSION BILL [OURS=GROUP:ARTIFACT:VERSION]..., where the last ones
 * tell what we have packed into jars of our own. The assembly has a file {@code NOTICE}.
 */
public final class MakeBill {

  private MakeBill() {}

  /**
   * Makes the bill.
   *
   * @throws IllegalStateException naming everything that must not be shipped
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 4) {
      throw new IllegalArgumentException("usage: ASSEMBLY TERMS VERSION BILL [OURS=PACKED]...");
    }
    Path assembly = Path.of(arguments[0]);
    Terms terms = Terms.read(Path.of(arguments[1]));
    List<String> packed = List.of(arguments).subList(4, arguments.length);
    List<Part> parts = new Assembly(assembly, packedByUs(packed)).parts();
    String notice = Files.readString(assembly.resolve("NOTICE"));
    List<String> problems = new LicenseCheck(terms, notice).problems(parts);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "this distribution must not be shipped:\n  " + String.join("\n  ", problems));
    }
    Files.writeString(Path.of(arguments[3]), new BillWriter(terms).write(arguments[2], parts));
  }

  private static Map<String, List<Coordinates>> packedByUs(List<String> arguments) {
    Map<String, List<Coordinates>> packed = new HashMap<>();
    for (String argument : arguments) {
      String[] sides = argument.split("=", -1);
      if (sides.length != 2) {
        throw new IllegalArgumentException("'" + argument + "' is not OURS=GROUP:ARTIFACT:VERSION");
      }
      packed
          .computeIfAbsent("org.gridtill:" + sides[0], key -> new ArrayList<>())
          .add(Coordinates.parse(sides[1]));
    }
    return packed;
  }
}

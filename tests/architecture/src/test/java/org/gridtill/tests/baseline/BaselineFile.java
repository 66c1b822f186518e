package org.gridtill.tests.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An {@link Api} as text that a person can read and compare.
 *
 * <p>The first line names the bundle; then each line is one element, one space deeper than the one
 * it belongs to. {@code [MICRO/MAJOR]} at its end says what adding and what removing it means,
 * where that is not the usual {@code [MINOR/MAJOR]}.
 */
final class BaselineFile {

  private static final Pattern BUNDLE = Pattern.compile("bundle (\\S+) (\\S+)");
  private static final Pattern ELEMENT =
      Pattern.compile("( *)([a-z_]+) (.*?)(?: \\[([A-Z]+)/([A-Z]+)])?");

  private BaselineFile() {}

  static void write(Path file, Api api) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# The API as last released; './gridtill baseline' writes this file anew.");
    lines.add("bundle " + api.bundle() + " " + api.version());
    api.packages().forEach(exported -> add(lines, "", exported.tree()));
    Files.write(file, lines);
  }

  private static void add(List<String> lines, String indent, Tree tree) {
    StringBuilder line = new StringBuilder(indent);
    line.append(tree.getType().name().toLowerCase(Locale.ROOT)).append(' ');
    line.append(tree.getName().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"));
    if (tree.ifAdded() != Delta.MINOR || tree.ifRemoved() != Delta.MAJOR) {
      line.append(" [").append(tree.ifAdded()).append('/').append(tree.ifRemoved()).append(']');
    }
    lines.add(line.toString());
    for (Tree child : tree.getChildren()) {
      add(lines, indent + " ", child);
    }
  }

  static Api read(Path file) throws Exception {
    List<String> lines =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    Matcher bundle = match(BUNDLE, file, lines.isEmpty() ? "" : lines.get(0));
    Reader reader = new Reader(file, lines.subList(1, lines.size()));
    List<Api.Package> packages = new ArrayList<>();
    for (Tree.Data data : reader.children(0)) {
      Tree tree = new DiffPluginImpl().deserialize(data);
      packages.add(new Api.Package(Api.versionOf(tree), tree));
    }
    return new Api(bundle.group(1), new Version(bundle.group(2)), packages);
  }

  private static Matcher match(Pattern pattern, Path file, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(file + " is no baseline; it says: " + line);
    }
    return matcher;
  }

  /** Turns indented lines into a tree. */
  private static final class Reader {

    private final Path file;
    private final List<String> lines;
    private int next;

    Reader(Path file, List<String> lines) {
      this.file = file;
      this.lines = lines;
    }

    Tree.Data[] children(int depth) {
      List<Tree.Data> children = new ArrayList<>();
      while (next < lines.size()) {
        Matcher line = match(ELEMENT, file, lines.get(next));
        if (line.group(1).length() != depth) {
          break;
        }
        next++;
        children.add(element(line, depth));
      }
      return children.toArray(Tree.Data[]::new);
    }

    private Tree.Data element(Matcher line, int depth) {
      Tree.Data data = new Tree.Data();
      data.type = Type.valueOf(line.group(2).toUpperCase(Locale.ROOT));
      data.name = line.group(3).translateEscapes();
      if (line.group(4) != null) {
        data.add = Delta.valueOf(line.group(4));
        data.rem = Delta.valueOf(line.group(5));
      }
      data.children = children(depth + 1);
      return data;
    }
  }
}

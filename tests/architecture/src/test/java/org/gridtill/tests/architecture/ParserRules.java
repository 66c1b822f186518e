package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * That every parser is fuzzed. A class is a parser if it has a method named like one that takes
 * bytes, text or a file; what such names do not show stands in the list all the same.
 */
final class ParserRules {

  private static final Pattern NAME =
      Pattern.compile("(parse|read|decode|split|unmarshal)([A-Z].*)?");

  private static final Set<String> INPUTS =
      Set.of(
          "[B",
          "java.lang.String",
          "java.lang.CharSequence",
          "java.io.Reader",
          "java.io.InputStream",
          "java.nio.ByteBuffer",
          "java.nio.file.Path",
          "java.util.Dictionary",
          "io.netty.buffer.ByteBuf");

  private static final Set<String> RAW =
      Set.of("[B", "java.io.Reader", "java.io.InputStream", "java.nio.ByteBuffer");

  private static final String DATABASE = "javax.persistence.EntityManager";

  private ParserRules() {}

  /** Holds the tree against its list. */
  static List<String> everyParserIsFuzzed(CodeBase code) {
    try {
      return brokenIn(code, ParserList.read(TreeScanner.rootOfThisTree()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> brokenIn(CodeBase code, ParserList list) {
    List<String> broken = new ArrayList<>(list.mistakes());
    Set<String> gone = new TreeSet<>(list.parsers());
    for (Module module : code.modules()) {
      for (JavaClass type : module.classes()) {
        gone.remove(type.getName());
        if (module.isProduct() && isParser(type) && !list.parsers().contains(type.getName())) {
          broken.add(
              "%s: %s parses, and has no line in %s"
                  .formatted(module, type.getName(), ParserList.FILE));
        }
      }
    }
    gone.forEach(name -> broken.add(ParserList.FILE + ": there is no class " + name));
    return broken;
  }

  private static boolean isParser(JavaClass type) {
    return !type.isInterface() && type.getMethods().stream().anyMatch(ParserRules::parses);
  }

  private static boolean parses(JavaMethod method) {
    Set<JavaModifier> modifiers = method.getModifiers();
    List<String> takes = method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    if (modifiers.contains(JavaModifier.PRIVATE)
        || modifiers.contains(JavaModifier.SYNTHETIC)
        || takes.contains(DATABASE)) {
      return false;
    }
    boolean factory = method.getName().equals("of") && modifiers.contains(JavaModifier.STATIC);
    return NAME.matcher(method.getName()).matches() && takes.stream().anyMatch(INPUTS::contains)
        || factory && takes.stream().anyMatch(RAW::contains);
  }
}

package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How code is written. */
final class CodeRules {

  /** How long a source file may be. */
  static final int LINES = 400;

  private static final String CLOCK = "org.gridtill.api.platform.time.PlatformClock";
  private static final String SHELL = "bundles/shell";

  private static final Set<String> FLOATING =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  /** Their constructors take a load factor, and nothing else about them is floating. */
  private static final Set<String> LOAD_FACTOR =
      Set.of("java.util.HashMap", "java.util.LinkedHashMap", "java.util.HashSet");

  private static final Set<String> OLD_DATES =
      Set.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.util.GregorianCalendar",
          "java.text.SimpleDateFormat",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp");

  /** The JDK tells in nothing else how long a certificate is valid. */
  private static final Set<String> OF_CERTIFICATES =
      Set.of("org.gridtill.trust.CertificateDates", "org.gridtill.certificates.CertificateDates");

  private CodeRules() {}

  /** Fields, parameters and results, and calls of what takes or returns floating point. */
  static List<String> noFloatingPoint(CodeBase code) {
    List<String> broken = new ArrayList<>();
    for (Module module : product(code)) {
      for (JavaClass type : module.classes()) {
        for (JavaField field : type.getFields()) {
          if (isFloating(field.getRawType())) {
            broken.add("%s: field %s".formatted(module, field.getFullName()));
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (takesOrReturnsFloating(unit.getRawParameterTypes(), unit.getRawReturnType())) {
            broken.add("%s: signature of %s".formatted(module, unit.getFullName()));
          }
        }
      }
    }
    broken.addAll(accesses(product(code), CodeRules::isOfFloating));
    return broken;
  }

  private static boolean isOfFloating(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && !LOAD_FACTOR.contains(target.getOwner().getName())
        && takesOrReturnsFloating(target.getRawParameterTypes(), target.getRawReturnType());
  }

  private static boolean takesOrReturnsFloating(List<JavaClass> parameters, JavaClass result) {
    return isFloating(result) || parameters.stream().anyMatch(CodeRules::isFloating);
  }

  private static boolean isFloating(JavaClass type) {
    return FLOATING.contains(Types.element(type).getName());
  }

  static List<String> noPrinting(CodeBase code) {
    List<Module> silent =
        product(code).stream().filter(module -> !module.path().equals(SHELL)).toList();
    return accesses(silent, CodeRules::prints);
  }

  private static boolean prints(JavaAccess<?> access) {
    String target = access.getTarget().getFullName();
    return target.equals("java.lang.System.out")
        || target.equals("java.lang.System.err")
        || target.endsWith(".printStackTrace()");
  }

  static List<String> noOldDates(CodeBase code) {
    List<String> broken = new ArrayList<>();
    for (Module module : product(code)) {
      for (JavaClass type : module.classes()) {
        if (OF_CERTIFICATES.contains(type.getName())) {
          continue;
        }
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> Types.element(dependency.getTargetClass()).getName())
            .filter(OLD_DATES::contains)
            .forEach(old -> broken.add("%s: %s uses %s".formatted(module, type.getName(), old)));
      }
    }
    return broken;
  }

  static List<String> oneClock(CodeBase code) {
    return accesses(product(code), access -> asksTheTime(access) && !isOfTheClock(access));
  }

  private static boolean asksTheTime(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (owner.equals("java.lang.System")) {
      return name.equals("currentTimeMillis");
    }
    if (owner.equals("java.time.Clock")) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    return owner.startsWith("java.time.")
        && name.equals("now")
        && target.getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
  }

  private static boolean isOfTheClock(JavaAccess<?> access) {
    return access.getOriginOwner().isAssignableTo(CLOCK);
  }

  static List<String> shortSourceFiles(CodeBase code) {
    return code.modules().stream()
        .flatMap(module -> module.sources().stream())
        .filter(file -> lines(file) > LINES)
        .map(file -> "%s has %d lines".formatted(file, lines(file)))
        .toList();
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Module> product(CodeBase code) {
    return code.modules().stream().filter(Module::isProduct).toList();
  }

  private static List<String> accesses(List<Module> modules, Predicate<JavaAccess<?>> forbidden) {
    List<String> broken = new ArrayList<>();
    for (Module module : modules) {
      for (JavaClass type : module.classes()) {
        type.getAccessesFromSelf().stream()
            .filter(forbidden)
            .forEach(access -> broken.add("%s: %s".formatted(module, access.getDescription())));
      }
    }
    return broken;
  }
}

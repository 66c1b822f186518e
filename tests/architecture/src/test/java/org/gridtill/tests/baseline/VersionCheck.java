package org.gridtill.tests.baseline;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares an API with its baseline: has each package's version been raised enough for what
 * changed?
 *
 * <p>From 1.0 on the rules are OSGi's: a breaking change raises the major number, a compatible
 * addition the minor number. Below 1.0 both move one place to the right: minor and micro.
 */
final class VersionCheck {

  private static final int CHANGES_SHOWN = 5;

  private VersionCheck() {}

  /** Returns what is wrong, one sentence for each package. */
  static List<String> problems(Api baseline, Api current) {
    Map<String, Api.Package> now =
        current.packages().stream()
            .collect(Collectors.toMap(Api.Package::name, Function.identity()));
    List<String> problems = new ArrayList<>();
    for (Api.Package before : baseline.packages()) {
      Api.Package after = now.get(before.name());
      if (after == null) {
        addIfTooLow(
            problems,
            baseline.bundle() + ": removed package " + before.name(),
            required(baseline.version(), Delta.MAJOR),
            current.version());
      } else {
        Diff diff = after.tree().diff(before.tree());
        addIfTooLow(
            problems,
            before.name() + ": " + changes(diff),
            required(before.version(), diff.getDelta()),
            after.version());
      }
    }
    return problems;
  }

  private static void addIfTooLow(
      List<String> problems, String what, Version required, Version actual) {
    if (actual.compareTo(required) < 0) {
      problems.add("%s: needs %s, is %s".formatted(what, required, actual));
    }
  }

  /** Returns the lowest version that a changed package may have. */
  static Version required(Version before, Delta delta) {
    int major = before.getMajor();
    int minor = before.getMinor();
    boolean stable = major > 0;
    return switch (delta) {
      case MAJOR -> stable ? new Version(major + 1, 0, 0) : new Version(0, minor + 1, 0);
      case MINOR ->
          stable ? new Version(major, minor + 1, 0) : new Version(0, minor, before.getMicro() + 1);
      default -> before;
    };
  }

  /** Describes the changes that weigh as much as the whole does. */
  private static String changes(Diff diff) {
    List<String> found = new ArrayList<>();
    collect(diff, diff.getDelta(), "", found);
    if (found.isEmpty()) {
      return "the version went down";
    }
    String shown = found.stream().limit(CHANGES_SHOWN).collect(Collectors.joining(", "));
    int more = found.size() - CHANGES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private static void collect(Diff parent, Delta weight, String owner, List<String> found) {
    for (Diff child : parent.getChildren()) {
      if (weigh(child) == weight) {
        switch (child.getDelta()) {
          case ADDED -> found.add("added " + describe(child, owner));
          case REMOVED -> found.add("removed " + describe(child, owner));
          default -> collect(child, weight, path(child, owner), found);
        }
      }
    }
  }

  private static Delta weigh(Diff diff) {
    return switch (diff.getDelta()) {
      case ADDED -> diff.getNewer().ifAdded();
      case REMOVED -> diff.getOlder().ifRemoved();
      default -> diff.getDelta();
    };
  }

  private static String describe(Diff diff, String owner) {
    String kind = diff.getType().name().toLowerCase(Locale.ROOT);
    return switch (diff.getType()) {
      case METHOD, FIELD -> kind + " " + path(diff, owner);
      case CLASS, INTERFACE, ENUM, ANNOTATION -> kind + " " + shortName(diff.getName());
      default -> kind + " " + diff.getName() + " of " + owner;
    };
  }

  private static String path(Diff diff, String owner) {
    return owner.isEmpty() ? shortName(diff.getName()) : owner + "." + diff.getName();
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

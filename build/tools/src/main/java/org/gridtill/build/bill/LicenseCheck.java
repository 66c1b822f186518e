package org.gridtill.build.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds what is shipped against the terms. */
final class LicenseCheck {

  private final Terms terms;
  private final String notice;

  /**
   * @param notice the text that goes with the distribution and must name every license that we use
   */
  LicenseCheck(Terms terms, String notice) {
    this.terms = terms;
    this.notice = notice;
  }

  /** Returns what is wrong, a sentence each; empty if all may be shipped. */
  List<String> problems(List<Part> parts) {
    List<String> problems = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    for (Part part : parts) {
      judge(part, problems, used);
      part.inside().forEach(inside -> judge(inside, problems, used));
    }
    for (String license : used) {
      if (!notice.contains(license)) {
        problems.add("NOTICE does not name " + license);
      }
    }
    terms.unused().forEach(line -> problems.add("the line '" + line + "' is of no use any more"));
    return problems;
  }

  private void judge(Part part, List<String> problems, Set<String> used) {
    String name = part.coordinates() + (part.isInsideAnother() ? " inside of " + part.path() : "");
    Optional<String> license = terms.licenseOf(part);
    if (license.isEmpty()) {
      problems.add(
          part.said().isEmpty()
              ? name + " does not tell its license, and no line states it"
              : name + " has the license '" + part.said() + "', which no line spells");
    } else if (!terms.isAllowed(license.get())) {
      problems.add(name + " has the license " + license.get() + ", which is not allowed");
    } else {
      used.addAll(terms.chosen(license.get()));
    }
  }
}

package org.gridtill.credit;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.api.platform.credit.FundBatch;

/**
 * What the text of a payment names: a fund batch, or the agency whose own money it is. Only a text
 * that names exactly one of them counts. Words are separated by anything but ASCII letters and
 * digits, since Chinese text has no spaces.
 *
 * @param batch the fund batch's number; null if it names none
 * @param agencyCode the agency's code; null if it names none
 */
record PaymentText(Long batch, String agencyCode) {

  private static final String BEFORE = "(?<![0-9A-Za-z])";
  private static final String AFTER = "(?![0-9A-Za-z])";

  private static final Pattern BATCH = Pattern.compile(BEFORE + "([Gg][Tt][0-9]{8,18})" + AFTER);

  private static final Pattern OWN_MONEY =
      Pattern.compile(
          "(?:" + BEFORE + "[Ff][Ll][Oo][Aa][Tt]|备付金)[ :：]+([0-9A-Za-z]{1,15})" + AFTER);

  private static final PaymentText NOTHING = new PaymentText(null, null);

  static PaymentText of(String text) {
    Set<Long> batches = new TreeSet<>();
    Set<String> agencies = new TreeSet<>();
    Matcher batch = BATCH.matcher(text);
    while (batch.find()) {
      batches.add(Long.parseLong(batch.group(1).substring(2)));
    }
    Matcher own = OWN_MONEY.matcher(text);
    while (own.find()) {
      agencies.add(own.group(1));
    }
    if (batches.size() + agencies.size() != 1) {
      return NOTHING;
    }
    return batches.isEmpty()
        ? new PaymentText(null, agencies.iterator().next())
        : new PaymentText(batches.iterator().next(), null);
  }

  /** Tells whether a text is the reference of a fund batch and nothing else. */
  static boolean isReference(String text) {
    return BATCH.matcher(text).matches()
        && FundBatch.reference(Long.parseLong(text.substring(2))).equalsIgnoreCase(text);
  }
}

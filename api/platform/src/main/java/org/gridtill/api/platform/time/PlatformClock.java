package org.gridtill.api.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The platform's clock. Code that needs the time asks here, so that a test can set it. Durations
 * and time-outs are measured with {@link System#nanoTime} instead. Safe for use by several threads.
 */
@ProviderType
public interface PlatformClock {

  /** Returns the time. */
  Instant now();

  /**
   * Returns the accounting day (账务日期) of a moment: the utility's calendar day, which begins at the
   * configured cut-over, not at midnight.
   */
  LocalDate accountingDate(Instant moment);

  /**
   * Returns the utility's time zone, in which times are shown to people, as on receipts. It stays
   * the same as long as this service is there.
   */
  ZoneId zone();
}

package org.gridtill.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.terminal.TerminalAdapter;

/** What an adapter connects to the platform. */
enum AdapterKind {
  /** Terminals of one kind. */
  TERMINAL(TerminalAdapter.class),
  /** A billing system. */
  BILLING(BillingSystem.class),
  /** A way to tell people something. */
  NOTIFICATION(NotificationChannel.class);

  private final String service;

  AdapterKind(Class<?> service) {
    this.service = service.getName();
  }

  /** Returns the kind of what offers these services. */
  static Optional<AdapterKind> of(String... services) {
    List<String> offered = List.of(services);
    return Arrays.stream(values()).filter(kind -> offered.contains(kind.service)).findFirst();
  }

  /** Returns the kind that a bundle's {@code Provide-Capability} header promises. */
  static Optional<AdapterKind> promisedBy(String capabilities) {
    return capabilities == null
        ? Optional.empty()
        : Arrays.stream(values()).filter(kind -> capabilities.contains(kind.service)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

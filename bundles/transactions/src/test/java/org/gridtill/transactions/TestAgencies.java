package org.gridtill.transactions;

import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.notifications.OutboxMessage;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.credit.AgencyRegister;
import org.gridtill.credit.LimitDesk;

/** Opens agencies and collectors as people do, and tells nobody. */
final class TestAgencies {

  private final AgencyRegister register;
  private final LimitDesk limits;

  TestAgencies(JpaTemplate jpa, PlatformClock clock) {
    register = new AgencyRegister(jpa, clock, new Deaf());
    limits = new LimitDesk(jpa, clock, new Deaf());
  }

  AgencyRegister register() {
    return register;
  }

  void open(String agency, Money limit) {
    open(agency, null, limit);
  }

  void open(String agency, String parent, Money limit) {
    register.addAgency(agency, "Agency " + agency, parent);
    limit(Holder.agency(agency), limit);
  }

  void open(Holder collector, Money limit) {
    register.addCollector(collector, "Collector " + collector);
    limit(collector, limit);
  }

  void limit(Holder holder, Money limit) {
    limits.request(holder, limit, "first", "for the test");
    limits.authorize(holder, limit, "second");
  }

  /** Tells nobody. */
  static final class Deaf implements Outbox {

    @Override
    public void add(Notice notice) {
      // Nobody to tell.
    }

    @Override
    public List<OutboxMessage> list(boolean troubleOnly, int limit) {
      return List.of();
    }

    @Override
    public void retry(String eventKey) {
      throw new IllegalArgumentException("no message " + eventKey);
    }
  }
}

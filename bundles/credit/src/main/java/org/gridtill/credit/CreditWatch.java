package org.gridtill.credit;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time for late remittances and limits that are nearly used. Every node does;
 * what one has done, another finds done.
 */
@Component(service = CreditWatch.class, configurationPid = CreditSettings.PID)
@Designate(ocd = CreditSettings.Settings.class)
public class CreditWatch {

  private static final Logger LOG = LoggerFactory.getLogger(CreditWatch.class);
  private static final long CLOSE_SECONDS = 15;

  private final Lateness lateness;
  private final LimitAlerts alerts;
  private final ScheduledExecutorService timer;

  /** Made by Declarative Services. */
  @Activate
  public CreditWatch(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference AgencyRegister register,
      @Reference CollectedMoney money,
      @Reference Outbox outbox,
      CreditSettings.Settings configuration) {
    CreditSettings settings = CreditSettings.of(configuration);
    lateness = new Lateness(jpa, clock, register, money, outbox, settings);
    alerts = new LimitAlerts(jpa, outbox, settings.alertLevels());
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "gridtill-credit-watch");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(
        this::look, settings.checkSeconds(), settings.checkSeconds(), TimeUnit.SECONDS);
  }

  private void look() {
    lookAt(lateness.candidates());
    quietly("limits", alerts::look);
  }

  /** Looks at agencies at once; what cannot be done now is done at the next look. */
  void lookAt(Collection<String> agencies) {
    for (String agency : agencies) {
      quietly("remittance of " + agency, () -> lateness.look(agency));
    }
  }

  /** The schedule ends with an exception that gets out, and with it every later look. */
  private static void quietly(String what, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.warn("The watch cannot look at the {}: {}", what, e.toString());
    }
  }

  @Deactivate
  void stop() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The watch of credit still waits for the database");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

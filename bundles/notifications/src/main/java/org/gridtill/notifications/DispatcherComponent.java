package org.gridtill.notifications;

import java.time.Duration;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The dispatcher with its threads and whichever channels are there. Apart from the outbox, so that
 * who fills the outbox does not wait for who says where messages go.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = NotificationSettings.PID)
@Designate(ocd = NotificationSettings.Settings.class)
public class DispatcherComponent {

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final ChannelCalls calls;
  private final Clerk clerk;
  private volatile Dispatcher dispatcher;

  /**
   * Made by Declarative Services.
   *
   * @throws IllegalArgumentException if a setting is wrong; names PID and key
   */
  @Activate
  public DispatcherComponent(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference Agencies agencies,
      @Reference Gates gates,
      NotificationSettings.Settings configuration) {
    NotificationSettings settings = new NotificationSettings(configuration);
    Policy policy = settings.policy(clock.zone());
    Audience audience = new Audience(agencies, settings.operations());
    Templates templates = settings.templates();
    GateOptions<NotificationChannel> options =
        ChannelCalls.options(settings.calls(), settings.timeout(), CLOSE)
            .onlyFor(settings.channel())
            .telling(this::hasten);
    // Last, since from here on there are threads.
    Gate<NotificationChannel> gate = gates.open(options);
    calls = new ChannelCalls(settings.calls(), gate);
    clerk = new Clerk();
    dispatcher =
        new Dispatcher(
            new OutboxTable(jpa),
            clock,
            policy,
            audience,
            templates,
            new Channels(settings.channel(), gate),
            calls,
            clerk);
    clerk.repeat(dispatcher::work, PERIOD);
    hasten();
  }

  /** A channel has come or gone, perhaps before there was anybody to do something. */
  private void hasten() {
    Dispatcher ready = dispatcher;
    if (ready != null) {
      clerk.execute(ready::hasten);
    }
  }

  @Deactivate
  void stop() {
    clerk.close(calls::close);
  }
}

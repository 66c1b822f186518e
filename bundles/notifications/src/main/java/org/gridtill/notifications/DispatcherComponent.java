package org.gridtill.notifications;

import java.time.Duration;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.time.PlatformClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
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

  private final Channels channels;
  private final ChannelCalls calls;
  private final Clerk clerk;
  private final Dispatcher dispatcher;

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
      NotificationSettings.Settings configuration) {
    NotificationSettings settings = new NotificationSettings(configuration);
    Policy policy = settings.policy(clock.zone());
    Audience audience = new Audience(agencies, settings.operations());
    Templates templates = settings.templates();
    channels = new Channels(settings.channel());
    // Last, since from here on there are threads.
    calls = new ChannelCalls(settings.calls(), settings.timeout());
    clerk = new Clerk();
    dispatcher =
        new Dispatcher(
            new OutboxTable(jpa), clock, policy, audience, templates, channels, calls, clerk);
    clerk.repeat(dispatcher::work, PERIOD);
  }

  @Deactivate
  void stop() {
    clerk.close(() -> calls.close(CLOSE));
  }

  @Reference(
      service = NotificationChannel.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindChannel(NotificationChannel channel, Map<String, Object> properties) {
    channels.add(channel, properties);
    clerk.execute(dispatcher::hasten);
  }

  void updatedChannel(NotificationChannel channel, Map<String, Object> properties) {
    channels.add(channel, properties);
  }

  void unbindChannel(NotificationChannel channel) {
    channels.remove(channel);
  }
}

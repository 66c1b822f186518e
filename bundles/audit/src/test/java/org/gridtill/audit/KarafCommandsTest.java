package org.gridtill.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.event.Event;

class KarafCommandsTest {

  private final BlockingQueue<AuditEvent> recorded = new LinkedBlockingQueue<>();
  private boolean away;
  private final AuditTrail trail =
      (AuditTrail)
          Proxy.newProxyInstance(
              AuditTrail.class.getClassLoader(),
              new Class<?>[] {AuditTrail.class},
              (proxy, method, arguments) -> {
                recorded.add((AuditEvent) arguments[0]);
                if (away) {
                  throw new IllegalStateException("the database is away");
                }
                return null;
              });
  @TempDir Path etc;
  private KarafCommands commands;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(etc.resolve("shell.init.script"), "// of every session\nbundle:stop 7\n");
    commands = new KarafCommands(trail, etc);
  }

  @AfterEach
  void stop() {
    commands.stop();
  }

  /** By its name what Karaf's login leaves. */
  record UserPrincipal(String getName) implements Principal {
    @Override
    public String getName() {
      return getName;
    }
  }

  private void executed(String line, Exception exception, String... user) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("command", line);
    properties.put("exception", exception);
    List<Principal> who = new ArrayList<>();
    for (String name : user) {
      who.add(new UserPrincipal(name));
    }
    properties.put("subject", new Subject(true, Set.copyOf(who), Set.of(), Set.of()));
    commands.handleEvent(new Event(KarafCommands.TOPIC, properties));
  }

  private AuditEvent next() throws InterruptedException {
    return recorded.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void whatKarafsCommandsDoIsRecorded() throws Exception {
    executed("bundle:list", null, "alice");
    executed("bundle:stop 12", null, "alice");
    executed("bundle:stop 99", new IllegalArgumentException("no bundle"));

    assertThat(next())
        .isEqualTo(
            new AuditEvent(
                "alice", "", "bundle:stop", "", Outcome.DONE, null, null, "bundle:stop 12"));
    assertThat(next())
        .isEqualTo(
            new AuditEvent(
                "nobody", "", "bundle:stop", "", Outcome.FAILED, null, null, "bundle:stop 99"));
    assertThat(recorded).isEmpty();
  }

  @Test
  void whatIsRefusedIsRecordedWhateverItIs() throws Exception {
    executed("gridtill:audit-list", new SecurityException("Insufficient credentials."), "bob");

    assertThat(next())
        .extracting(AuditEvent::outcome, AuditEvent::act)
        .containsExactly(Outcome.REFUSED, "gridtill:audit-list");
  }

  @Test
  void aTrailThatIsAwayEndsNothing() throws Exception {
    away = true;
    executed("bundle:stop 1", null, "alice");
    executed("bundle:stop 2", null, "alice");
    assertThat(next().details()).endsWith("1");
    assertThat(next().details()).endsWith("2");
  }

  @Test
  void whatBeginsEverySessionIsNotRecordedAndNothingPassesForIt() throws Exception {
    executed("// of every session\nbundle:stop 7", null, "alice");
    executed("// of every session\nbundle:stop 8", null, "alice");
    assertThat(next().details()).endsWith("bundle:stop 8");

    commands.handleEvent(new Event(KarafCommands.TOPIC, Map.of("script", "x")));
    assertThat(next()).extracting(AuditEvent::act, AuditEvent::details).contains("script x");
  }

  @Test
  void anEventOfAnotherFormIsIgnored() throws Exception {
    commands.handleEvent(new Event(KarafCommands.TOPIC, Map.of("result", "x")));
    executed("bundle:stop 3", null, "alice");
    assertThat(next().details()).endsWith("3");
  }
}

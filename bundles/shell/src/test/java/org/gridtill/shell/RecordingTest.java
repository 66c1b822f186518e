package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditEvent.Outcome;
import org.gridtill.api.platform.audit.AuditTrail;
import org.junit.jupiter.api.Test;

/** What the audit trail keeps of a command. */
class RecordingTest {

  private final Recorded recorded = new Recorded();

  @Command(scope = "gridtill", name = "thing-set", description = "Sets a thing")
  static class ThingSet extends ShellCommand {

    @Argument(name = "thing", description = "Which", required = true)
    String thing = "T1";

    @Argument(index = 1, name = "reason", description = "Why")
    String reason = "call 13812345678 back";

    @Option(name = "--secret", censor = true, description = "A secret")
    String secret = "hidden";

    @Option(name = "--all", description = "All")
    boolean all = true;

    @Option(name = "--not", description = "Not given")
    boolean not;

    @Argument(index = 2, name = "more", description = "Others", multiValued = true)
    List<String> more = List.of("a", "b");

    int runs;
    RuntimeException trouble;

    @Override
    String state() {
      return "runs " + runs;
    }

    @Override
    void run() {
      runs++;
      if (trouble != null) {
        throw trouble;
      }
    }
  }

  @LookOnly
  @Command(scope = "gridtill", name = "thing-show", description = "Shows a thing")
  static class ThingShow extends ThingSet {}

  private ThingSet command() {
    ThingSet command = new ThingSet();
    command.audit = recorded.trail;
    return command;
  }

  @Test
  void theBeginningAndTheEndAreRecorded() throws Exception {
    As.user("alice", command()::execute);

    String details = "--secret *** --all thing=T1 reason=\"call 138****5678 back\" more=a,b";
    String origin = "ssh /10.0.0.7:4711";
    assertThat(recorded.events)
        .containsExactly(
            new AuditEvent(
                "alice", origin, "thing-set", "T1", Outcome.BEGUN, "runs 0", null, details),
            new AuditEvent(
                "alice", origin, "thing-set", "T1", Outcome.DONE, "runs 0", "runs 1", details));
  }

  @Test
  void whatFailsIsRecordedWithWhy() {
    ThingSet command = command();
    command.trouble = new IllegalArgumentException("no thing T1");

    assertThatThrownBy(() -> As.console(command::execute)).hasMessage("no thing T1");
    assertThat(recorded.events)
        .last()
        .isEqualTo(
            new AuditEvent(
                "console",
                "local localhost",
                "thing-set",
                "T1",
                Outcome.FAILED,
                "runs 0",
                null,
                "no thing T1"));
  }

  @Test
  void whatCannotBeRecordedIsNotDone() {
    ThingSet command = new ThingSet();
    assertThatThrownBy(command::execute).hasMessageStartingWith("the audit trail, without which");
    command.audit =
        Fake.of(
            AuditTrail.class,
            Map.of(
                "record",
                arguments -> {
                  throw new IllegalStateException("the database is away");
                }));
    assertThatThrownBy(command::execute).hasMessage("the database is away");
    assertThat(command.runs).isZero();
  }

  @Test
  void whatMustBeDoneIsDoneWithoutARecord() {
    assertThatThrownBy(new VendorRevokeCommand()::execute)
        .as("it has come so far as to miss what it needs itself")
        .hasMessageStartingWith("vendors' trust is not running");
  }

  @Test
  void anEndThatCannotBeRecordedDoesNotFailWhatIsDone() throws Exception {
    ThingSet command = command();
    command.audit =
        Fake.of(
            AuditTrail.class,
            Map.of(
                "record",
                arguments -> {
                  recorded.events.add((AuditEvent) arguments[0]);
                  if (recorded.events.size() > 1) {
                    throw new IllegalStateException("the database has gone away");
                  }
                  return null;
                }));
    command.execute();
    assertThat(command.runs).isEqualTo(1);
    assertThat(recorded.events).hasSize(2);
  }

  @Test
  void whoeverLooksIsNotRecorded() throws Exception {
    ThingShow command = new ThingShow();
    command.execute();
    assertThat(command.runs).isEqualTo(1);
  }
}

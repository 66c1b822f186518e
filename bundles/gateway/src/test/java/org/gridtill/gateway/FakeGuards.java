package org.gridtill.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.terminals.Shift;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;

/** Guards that refuse as a test tells them, and note what they were asked. */
final class FakeGuards implements Shifts {

  volatile Refusal refusal;
  final List<Request> asked = new CopyOnWriteArrayList<>();
  final Alarms alarms = new Alarms();
  volatile KeyHandle openedUnder;

  @Override
  public Optional<Reply.Refused> admit(Request request) {
    asked.add(request);
    return Optional.ofNullable(refusal)
        .map(reason -> new Reply.Refused(FakePlatform.NOW, reason, "a guard says no"));
  }

  @Override
  public Reply challenge(ShiftRequest.AskChallenge request) {
    return new Reply.CardChallenge(FakePlatform.NOW, new byte[8]);
  }

  @Override
  public Reply open(ShiftRequest.Open request, KeyHandle keys) {
    openedUnder = keys;
    return new Reply.ShiftOpened(FakePlatform.NOW, 1);
  }

  @Override
  public Reply close(ShiftRequest.Close request) {
    return new Reply.ShiftClosed(FakePlatform.NOW);
  }

  @Override
  public List<Shift> open() {
    return List.of();
  }

  /** Alarms as words. */
  static final class Alarms implements GuardAlarms {

    final List<String> raised = new ArrayList<>();

    @Override
    public synchronized void raise(String terminal, Guard guard, String reason, String detail) {
      raised.add(terminal + ' ' + guard + ' ' + reason);
    }

    @Override
    public List<GuardAlarm> open() {
      return List.of();
    }

    @Override
    public int acknowledge(String terminalCode, String person) {
      return 0;
    }
  }
}

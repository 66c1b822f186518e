package org.gridtill.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.terminals.CertificateGuard;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.transactions.StateTransition;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionStep;
import org.gridtill.api.platform.vault.KeyVault;

/**
 * A platform that knows terminal T1 of agency A1 and does as a test tells it. A code of 8 bytes
 * that begins with 1 is right.
 */
final class FakePlatform implements Platform, TerminalRegistry, KeyVault, TransactionEngine {

  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  /** What the engine does with a request. */
  interface EngineScript {
    Reply handle(Request request);
  }

  volatile boolean terminalsAway;
  volatile boolean vaultAway;
  volatile boolean engineAway;
  volatile boolean databaseAway;
  volatile boolean shiftsAway;
  volatile boolean certificateGuardAway;
  volatile boolean certificatesAway;
  volatile Refusal admission;

  /** Who judges certificates, and the guard of them. */
  final FakeCertificates certificates = new FakeCertificates();

  volatile DeviceCertificates judge = certificates;

  /** The guards of card and SIM. */
  final FakeGuards guards = new FakeGuards();

  volatile Verification missingKey = Verification.INVALID;
  volatile EngineScript engine = request -> new Reply.Alive(NOW);

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public Optional<TerminalRegistry> terminals() {
    return terminalsAway ? Optional.empty() : Optional.of(this);
  }

  @Override
  public Optional<KeyVault> vault() {
    return vaultAway ? Optional.empty() : Optional.of(this);
  }

  @Override
  public Optional<TransactionEngine> engine() {
    return engineAway ? Optional.empty() : Optional.of(this);
  }

  @Override
  public Optional<Shifts> shifts() {
    return shiftsAway ? Optional.empty() : Optional.of(guards);
  }

  @Override
  public Optional<CertificateGuard> certificateGuard() {
    return certificateGuardAway ? Optional.empty() : Optional.of(certificates);
  }

  @Override
  public Optional<DeviceCertificates> certificates() {
    return certificatesAway ? Optional.empty() : Optional.of(judge);
  }

  @Override
  public Optional<GuardAlarms> alarms() {
    return Optional.of(guards.alarms);
  }

  @Override
  public Optional<Reply.Refused> admit(Origin origin, String adapter, String remoteAddress) {
    requireDatabase();
    return Optional.ofNullable(admission).map(reason -> new Reply.Refused(NOW, reason, "no"));
  }

  @Override
  public Reply signOn(Request.SignOn request) {
    requireDatabase();
    WrappedKey key = new WrappedKey(new byte[16], new byte[4]);
    return new Reply.SignedOn(NOW, "000001", key, key);
  }

  @Override
  public MacCheck verify(String terminalCode, byte[] data, byte[] mac) {
    requireDatabase();
    return mac[0] == 1
        ? new MacCheck(Verification.VALID, new KeyHandle(terminalCode, 1))
        : new MacCheck(missingKey, null);
  }

  @Override
  public byte[] sign(KeyHandle keys, byte[] data) {
    requireDatabase();
    return new byte[] {9, 9, 9, 9, 9, 9, 9, 9};
  }

  @Override
  public byte[] encipher(KeyHandle keys, byte[] data) {
    return data.clone();
  }

  @Override
  public byte[] decipher(KeyHandle keys, byte[] data) {
    return data.clone();
  }

  @Override
  public Reply handle(Request request, String channel) {
    requireDatabase();
    return engine.handle(request);
  }

  @Override
  public Optional<Terminal> find(String code) {
    return code.equals("T1")
        ? Optional.of(
            new Terminal(
                "T1",
                "A1",
                "fake",
                TerminalKind.POS,
                "",
                Terminal.Status.ACTIVE,
                "000001",
                null,
                null,
                null,
                false))
        : Optional.empty();
  }

  @Override
  public WorkingKeys issueWorkingKeys(String terminalCode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void register(String code, String agencyCode, String adapter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void register(
      String code, String agencyCode, String adapter, TerminalKind kind, String serialNo) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setStatus(String code, Terminal.Status status) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Terminal> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TransactionRecord> find(SerialNo serialNo) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TransactionRecord> unsettled(int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TransactionStep> story(SerialNo serialNo) {
    throw new AssertionError("the gateway does not ask for stories");
  }

  @Override
  public TransactionRecord resolve(SerialNo serialNo) {
    throw new AssertionError("the gateway does not resolve");
  }

  @Override
  public List<StateTransition> stateMachine() {
    throw new AssertionError("the gateway does not ask for the state machine");
  }

  @Override
  public List<TransactionRecord> latest(String terminalCode, int limit) {
    throw new UnsupportedOperationException();
  }

  private void requireDatabase() {
    if (databaseAway) {
      throw new IllegalStateException("the database is away");
    }
  }
}

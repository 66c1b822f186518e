package org.gridtill.terminals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.CreditRefusal;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyVault;

/**
 * A clock that a test moves, a credit with agency A001, and a vault that issues one set of keys.
 */
final class FakeNeighbors implements PlatformClock, Credit, KeyVault {

  static final WorkingKeys KEYS =
      new WorkingKeys(
          new WrappedKey(new byte[16], new byte[4]), new WrappedKey(new byte[16], new byte[4]));

  private static final Set<Holder> KNOWN = Set.of(Holder.agency("A001"), new Holder("A001", "C01"));

  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  boolean masterKeyMissing;

  void pass(Duration time) {
    now = now.plus(time);
  }

  long nanoTime() {
    return now.toEpochMilli() * 1_000_000;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public LocalDate accountingDate(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Optional<CreditLine> find(Holder holder) {
    return Optional.of(holder).filter(KNOWN::contains).map(FakeNeighbors::line);
  }

  private static CreditLine line(Holder agency) {
    return new CreditLine(
        agency, "Riverside", null, HolderState.ACTIVE, "", Money.ZERO, Money.ZERO, Money.ZERO);
  }

  @Override
  public WorkingKeys issueWorkingKeys(String terminalCode) {
    if (masterKeyMissing) {
      throw new IllegalArgumentException("no master key");
    }
    return KEYS;
  }

  @Override
  public List<CreditLine> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<CreditRefusal> reserve(Holder holder, Money amount, long payment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(Holder holder, Money amount, long payment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void commit(Holder holder, Money amount, long payment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void restore(Holder holder, Money amount, long payment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MacCheck verify(String terminalCode, byte[] data, byte[] mac) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] sign(KeyHandle keys, byte[] data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] encipher(KeyHandle keys, byte[] data) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] decipher(KeyHandle keys, byte[] data) {
    throw new UnsupportedOperationException();
  }
}

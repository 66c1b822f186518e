package org.gridtill.gateway;

import java.time.Instant;
import java.util.Optional;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.terminals.CertificateGuard;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.vault.KeyVault;

/** The parts of the platform that handle a frame. A part may be away, as when its database is. */
interface Platform {

  /** Returns the time. */
  Instant now();

  Optional<TerminalRegistry> terminals();

  Optional<Shifts> shifts();

  /** Returns where refusals are noted; empty while that is away, which keeps nobody. */
  Optional<GuardAlarms> alarms();

  /** Returns who knows whether a terminal must show a certificate, and that it is its own. */
  Optional<CertificateGuard> certificateGuard();

  /** Returns who judges certificates. */
  Optional<DeviceCertificates> certificates();

  Optional<KeyVault> vault();

  Optional<TransactionEngine> engine();
}

package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.ADAPTER_FAILED;
import static org.gridtill.gateway.Fault.NO_ADAPTER;
import static org.gridtill.gateway.Fault.OUTCOME_UNKNOWN;
import static org.gridtill.gateway.Fault.PLATFORM_AWAY;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.MoneyRequest;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.transactions.TransactionEngine;

/**
 * Takes a frame through adapter, registry and engine, and back. Knows nothing of sockets. Safe for
 * use by several threads.
 */
final class FrameProcessor {

  private static final Set<Refusal> ALARMING =
      EnumSet.of(Refusal.UNKNOWN_TERMINAL, Refusal.TERMINAL_BLOCKED, Refusal.WRONG_AGENCY);

  private final String adapterName;
  private final AdapterLine adapter;
  private final Reading reading;
  private final Platform platform;
  private final EndpointStatistics statistics;
  private final FaultLog log;
  private final PeerCertificates certificates;

  FrameProcessor(
      String adapterName,
      AdapterLine adapter,
      Platform platform,
      EndpointStatistics statistics,
      FaultLog log) {
    this.adapterName = adapterName;
    this.adapter = adapter;
    reading = new Reading(adapter, log);
    this.platform = platform;
    this.statistics = statistics;
    this.log = log;
    certificates = new PeerCertificates(platform, log);
  }

  /** Handles a frame; waits for the billing system if it must. Throws nothing. */
  Outcome process(byte[] frame, Peer peer) {
    statistics.frame();
    String remoteAddress = peer.address();
    try {
      return answered(
          frame,
          peer,
          reading.read(frame, peer, () -> new FrameSession(platform, log, remoteAddress)));
    } catch (FrameException e) {
      log.fault(Fault.valueOf(e.kind().name()), remoteAddress, e.getMessage());
      return badFrame(e.answer(), remoteAddress);
    } catch (AdapterFailure e) {
      log.fault(e.fault(), remoteAddress, e.getMessage(), e.getCause());
      return Outcome.close();
    }
  }

  private Outcome answered(byte[] frame, Peer peer, Attempt read) throws AdapterFailure {
    FrameSession session = read.session();
    try {
      Optional<Reply> reply =
          read.gone() ? Optional.of(noService(session)) : answer(read.request(), peer, session);
      return reply.isEmpty() ? Outcome.close() : encode(frame, reply.get(), read, peer);
    } finally {
      session.end();
    }
  }

  /** The adapter has gone, and what it reads now is not done any more. */
  private Reply noService(FrameSession session) {
    log.fault(NO_ADAPTER, session.remoteAddress(), "adapter " + adapterName + " has gone");
    return notAvailable();
  }

  private Outcome encode(byte[] frame, Reply reply, Attempt read, Peer peer) throws AdapterFailure {
    // Through the gate once more: the adapter may have been replaced meanwhile.
    byte[] answer = adapter.encode(frame, reply, read);
    if (!isFrame(answer)) {
      throw new AdapterFailure(ADAPTER_FAILED, "encode returned no frame", null);
    }
    return peer.condemned() ? Outcome.lastAnswer(answer) : Outcome.answer(answer);
  }

  private Outcome badFrame(byte[] answer, String remoteAddress) {
    if (answer == null) {
      return Outcome.close();
    }
    if (!isFrame(answer)) {
      log.fault(ADAPTER_FAILED, remoteAddress, "the answer to a bad frame is no frame");
      return Outcome.close();
    }
    return Outcome.badFrame(answer);
  }

  private static boolean isFrame(byte[] answer) {
    return answer != null && answer.length > 0 && answer.length <= FrameDecoder.MAX_BYTES;
  }

  /** Returns the platform's answer; empty if nothing can be said. */
  private Optional<Reply> answer(Request request, Peer peer, FrameSession session) {
    Optional<Reply> refusal = refusal(request, peer, session);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (request instanceof Request.Echo) {
      return Optional.of(new Reply.Alive(platform.now()));
    }
    if (request instanceof Request.SignOn signOn) {
      return Optional.of(signOn(signOn, session));
    }
    if (request instanceof ShiftRequest shift) {
      return Optional.of(shift(shift, session));
    }
    return transact(request, session);
  }

  private Optional<Reply> refusal(Request request, Peer peer, FrameSession session) {
    String terminal = request.origin().terminalCode();
    try {
      Optional<Reply.Refused> refused = device(request, peer, session);
      refused.ifPresent(reply -> alarm(terminal, reply));
      if (refused.isEmpty() && request.mustBeAuthentic()) {
        // The guards of certificate, card and SIM raise their own alarms.
        refused = shifts().admit(request);
      }
      refused.ifPresent(
          reply -> log.refusal(reply.reason(), session.remoteAddress(), "terminal " + terminal));
      return refused.map(Reply.class::cast);
    } catch (RuntimeException e) {
      return Optional.of(platformAway("the terminal cannot be looked up", e, session));
    }
  }

  /** The guards of device and certificate: is it the registered terminal, and may it work? */
  private Optional<Reply.Refused> device(Request request, Peer peer, FrameSession session) {
    Optional<String> certified = certificates.holder(peer);
    Optional<Reply.Refused> refused =
        terminals().admit(request.origin(), adapterName, session.remoteAddress());
    if (refused.isEmpty()) {
      refused =
          certified.isPresent()
              ? certificates.guard().admit(request.origin(), certified.get())
              : refuse(
                  Refusal.CERTIFICATE_REFUSED,
                  "Certificate guard: this connection's certificate is not good any more.");
    }
    return refused.isEmpty() && request.mustBeAuthentic()
        ? unlessAuthentic(session.verificationOf(request.origin().terminalCode()))
        : refused;
  }

  /** Wrong codes have been noted when they were checked; without a key nobody is suspect yet. */
  private void alarm(String terminal, Reply.Refused refused) {
    if (!ALARMING.contains(refused.reason())) {
      return;
    }
    platform
        .alarms()
        .ifPresent(
            alarms ->
                alarms.raise(terminal, Guard.DEVICE, refused.reason().name(), refused.text()));
  }

  /** An adapter that has not verified the message, or not for this terminal, does not get by. */
  private Optional<Reply.Refused> unlessAuthentic(Verification verification) {
    if (verification == null) {
      return refuse(Refusal.BAD_MAC, "The message is not authenticated.");
    }
    return switch (verification) {
      case VALID -> Optional.empty();
      case NO_KEY -> refuse(Refusal.NOT_SIGNED_ON, "Sign on first.");
      case UNAVAILABLE -> refuse(Refusal.SYSTEM_ERROR, "The system is not available. Try later.");
      default -> refuse(Refusal.BAD_MAC, "The message is not authentic.");
    };
  }

  private Reply signOn(Request.SignOn request, FrameSession session) {
    try {
      return counted(terminals().signOn(request));
    } catch (RuntimeException e) {
      return platformAway("a sign-on failed", e, session);
    }
  }

  private Reply shift(ShiftRequest request, FrameSession session) {
    try {
      if (request instanceof ShiftRequest.AskChallenge asked) {
        return counted(shifts().challenge(asked));
      }
      if (request instanceof ShiftRequest.Open open) {
        return counted(
            shifts().open(open, session.keysOf(open.origin().terminalCode()).orElseThrow()));
      }
      return counted(shifts().close((ShiftRequest.Close) request));
    } catch (RuntimeException e) {
      return platformAway("a shift cannot be opened or closed", e, session);
    }
  }

  private Optional<Reply> transact(Request request, FrameSession session) {
    Optional<TransactionEngine> engine = platform.engine();
    if (engine.isEmpty()) {
      return Optional.of(platformAway("the engine is away", null, session));
    }
    try {
      return Optional.of(counted(engine.get().handle(request, adapterName)));
    } catch (RuntimeException e) {
      return failed(request, e, session);
    }
  }

  /**
   * The engine gave up. A query moved nothing, and is refused. Of a payment or a reversal nobody
   * knows: a refusal would say that no money moved, and an answer in doubt needs the serial number,
   * which died with the engine's call. So there is no answer at all, and the terminal does what it
   * does when an answer is lost: it asks for the transaction, or reverses it.
   */
  private Optional<Reply> failed(Request request, RuntimeException e, FrameSession session) {
    if (mayHaveMoved(request)) {
      log.fault(OUTCOME_UNKNOWN, session.remoteAddress(), "the engine failed", e);
      return Optional.empty();
    }
    return Optional.of(platformAway("a query failed", e, session));
  }

  private static boolean mayHaveMoved(Request request) {
    return request instanceof MoneyRequest
        || request instanceof CardRequest
        || request instanceof Request.Reverse;
  }

  private Reply platformAway(String what, RuntimeException cause, FrameSession session) {
    log.fault(PLATFORM_AWAY, session.remoteAddress(), what, cause);
    return notAvailable();
  }

  private Reply notAvailable() {
    return counted(
        new Reply.Refused(
            platform.now(), Refusal.SYSTEM_ERROR, "The system is not available. Try later."));
  }

  private Reply counted(Reply reply) {
    if (reply instanceof Reply.Refused refused) {
      statistics.refusal(refused.reason());
    }
    return reply;
  }

  private TerminalRegistry terminals() {
    return platform
        .terminals()
        .orElseThrow(() -> new IllegalStateException("the terminal registry is away"));
  }

  private Shifts shifts() {
    return platform
        .shifts()
        .orElseThrow(() -> new IllegalStateException("the guards of card and SIM are away"));
  }

  private Optional<Reply.Refused> refuse(Refusal reason, String text) {
    return Optional.of(new Reply.Refused(platform.now(), reason, text));
  }
}

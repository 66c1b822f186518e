package org.gridtill.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Request;
import org.gridtill.api.platform.approvals.Request.State;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trusts vendors as it was approved. Doing it twice is as doing it once. */
final class ApprovedTrust {

  private static final Logger LOG = LoggerFactory.getLogger(ApprovedTrust.class);
  private static final Caller PLATFORM = new Caller(AuditEvent.PLATFORM, "");

  private static final int LONGEST_CERTIFICATE = 8000;

  private final JpaTemplate jpa;
  private final PersonActs acts;
  private final VendorTrust vendors;

  ApprovedTrust(JpaTemplate jpa, PersonActs acts, VendorTrust vendors) {
    this.jpa = jpa;
    this.acts = acts;
    this.vendors = vendors;
  }

  /** Refuses a certificate that could not be trusted anyhow. */
  void require(Act act) {
    if (act.certificate().length() > LONGEST_CERTIFICATE) {
      throw new IllegalArgumentException(
          "the certificate's file is longer than " + LONGEST_CERTIFICATE + " characters");
    }
    Vendor vendor = vendors.read(act.subject(), act.certificate());
    if (!print(act.fingerprint()).equals(print(vendor.fingerprint()))) {
      throw new IllegalArgumentException(
          "the certificate's fingerprint is another one, " + vendor.fingerprint());
    }
  }

  /** Does what was approved before the platform has ended. */
  void finish() {
    jpa.txExpr(
            TransactionType.Required,
            em ->
                ApprovalTable.inState(em, State.APPROVED).stream()
                    .map(row -> ApprovalTable.request(row, Instant.EPOCH))
                    .toList())
        .forEach(
            request -> {
              LOG.warn("Request {} was approved and is done only now", request.number());
              try {
                carryOut(request);
              } catch (IllegalStateException e) {
                LOG.error("Request {} was approved and cannot be done", request.number(), e);
              }
            });
  }

  /**
   * Trusts the vendor of a request that is approved, and ends the request.
   *
   * @throws IllegalStateException if that cannot be done; the request has failed then
   */
  List<BundleVerdict> carryOut(Request request) {
    Act act = request.act();
    List<BundleVerdict> verdicts = List.of();
    try {
      if (!isTrusted(act)) {
        verdicts =
            vendors.trust(
                act.subject(),
                act.certificate(),
                act.fingerprint(),
                request.requestedBy() + " and " + request.decidedBy());
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      end(request, State.FAILED, e.getMessage());
      throw new IllegalStateException("this was approved, but " + e.getMessage(), e);
    }
    end(request, State.DONE, "");
    return verdicts;
  }

  private boolean isTrusted(Act act) {
    return vendors.vendors().stream()
        .anyMatch(
            vendor ->
                vendor.alias().equals(act.subject())
                    && print(vendor.fingerprint()).equals(print(act.fingerprint())));
  }

  private void end(Request request, State state, String why) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          if (ApprovalTable.end(em, request.number(), state)) {
            acts.record(
                PLATFORM,
                "approval-" + state.name().toLowerCase(Locale.ROOT),
                String.valueOf(request.number()),
                null,
                request.act().words(),
                why);
          }
        });
  }

  private static String print(String fingerprint) {
    return fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
  }
}

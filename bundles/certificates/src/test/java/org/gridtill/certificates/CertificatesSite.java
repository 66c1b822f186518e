package org.gridtill.certificates;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.certificates.DeviceCertificates;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.AuthorityKeys;
import org.gridtill.store.testing.TestDatabase;

/** A database, a clock, terminals, keys of an authority, and as many nodes as a test wants. */
public final class CertificatesSite
    implements TerminalRegistry, PlatformClock, AuthorityKeys, AutoCloseable {

  final TestDatabase database = new TestDatabase();
  private final Map<String, Terminal> terminals = new HashMap<>();
  private final Map<Long, KeyPair> keys = new HashMap<>();
  private volatile Instant now = Instant.parse("2026-11-28T08:00:00Z");

  /** Settings as shipped, with these authorities of the utility. */
  static CertificatesSettings settings(X509Certificate... anchors) {
    return new CertificatesSettings(
        List.of(anchors),
        Duration.ofDays(730),
        Duration.ofDays(365),
        Duration.ofDays(3_650),
        Duration.ofDays(30));
  }

  /** Returns who issues. */
  public CertificateDesk desk(X509Certificate... anchors) {
    return new JpaCertificateDesk(
        database.jpa(), this, this, this, settings(anchors), new SecureRandom());
  }

  /** Returns who issues, until the power fails before or after the commit of a transaction. */
  CertificateDesk failingDesk(int transaction, boolean committed) {
    AtomicInteger left = new AtomicInteger(transaction);
    JpaTemplate failing =
        (JpaTemplate)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JpaTemplate.class},
                (proxy, method, arguments) -> {
                  boolean now = left.decrementAndGet() == 0;
                  if (left.get() < 0 || now && !committed) {
                    throw new IllegalStateException("the power fails");
                  }
                  Object result = call(method, arguments);
                  if (now) {
                    throw new IllegalStateException("the power fails");
                  }
                  return result;
                });
    return new JpaCertificateDesk(failing, this, this, this, settings(), new SecureRandom());
  }

  private Object call(Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(database.jpa(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns who judges. */
  public DeviceCertificates judge(X509Certificate... anchors) {
    return new JpaDeviceCertificates(database.jpa(), this, this, settings(anchors));
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
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
  public synchronized AuthorityKey make(String person) {
    KeyPair pair = TestRequest.keyPair("secp256r1");
    long number = keys.size() + 1L;
    keys.put(number, pair);
    return new AuthorityKey(number, pair.getPublic().getEncoded());
  }

  @Override
  public synchronized Optional<AuthorityKey> find(long number) {
    return Optional.ofNullable(keys.get(number))
        .map(pair -> new AuthorityKey(number, pair.getPublic().getEncoded()));
  }

  @Override
  public synchronized byte[] sign(long number, byte[] data) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(keys.get(number).getPrivate());
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void register(String code, String agencyCode, String adapter) {
    register(code, agencyCode, adapter, TerminalKind.POS, "");
  }

  @Override
  public synchronized void register(
      String code, String agencyCode, String adapter, TerminalKind kind, String serialNo) {
    terminals.put(
        code,
        new Terminal(
            code,
            agencyCode,
            adapter,
            kind,
            serialNo,
            Terminal.Status.ACTIVE,
            "000001",
            null,
            null,
            null,
            false));
  }

  @Override
  public synchronized void setStatus(String code, Terminal.Status status) {
    Terminal old = terminals.get(code);
    terminals.put(
        code,
        new Terminal(
            code,
            old.agencyCode(),
            old.adapter(),
            old.kind(),
            old.serialNo(),
            status,
            old.batchNo(),
            null,
            null,
            null,
            false));
  }

  @Override
  public synchronized Optional<Terminal> find(String code) {
    return Optional.ofNullable(terminals.get(code));
  }

  @Override
  public List<Terminal> list() {
    throw new AssertionError("nobody lists terminals");
  }

  @Override
  public Optional<Reply.Refused> admit(Origin origin, String adapter, String remoteAddress) {
    throw new AssertionError("certificates admit nobody");
  }

  @Override
  public Reply signOn(Request.SignOn request) {
    throw new AssertionError("certificates sign nobody on");
  }

  @Override
  public void close() {
    database.close();
  }
}

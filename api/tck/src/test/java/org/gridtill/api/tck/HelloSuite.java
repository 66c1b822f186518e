package org.gridtill.api.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.adapter.terminal.TerminalSession;

/** The suite on an adapter of these tests, in a bundle that is laid out here. */
class HelloSuite extends TerminalAdapterTck {

  private static final Instant TIME = Instant.parse("2026-11-24T02:15:30Z");

  private final Class<? extends TerminalAdapter> type;
  private final String moreImports;
  private final String property;

  /**
   * Makes it.
   *
   * @param type the adapter
   * @param moreImports what its bundle imports beside what it needs
   * @param property the name of the service property that tells the adapter's name
   */
  HelloSuite(Class<? extends TerminalAdapter> type, String moreImports, String property) {
    this.type = type;
    this.moreImports = moreImports;
    this.property = property;
  }

  @Override
  protected TerminalAdapter adapter() {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected String packageName() {
    return type.getPackageName();
  }

  @Override
  protected Path bundle() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "bundle");
      for (String name : List.of("hello", "broken")) {
        Path from = Path.of("target/test-classes/org/gridtill/api/tck", name);
        Path to = folder.resolve("org/gridtill/api/tck").resolve(name);
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
          for (Path file : files.filter(this::belongs).toList()) {
            Files.copy(file, to.resolve(file.getFileName()));
          }
        }
      }
      Files.createDirectories(folder.resolve("META-INF"));
      Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), manifest());
      Files.createDirectories(folder.resolve("OSGI-INF"));
      Files.writeString(folder.resolve("OSGI-INF/adapter.xml"), component());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The adapter's own classes, and what they are made of. */
  private boolean belongs(Path file) {
    String name = file.getFileName().toString();
    String own = type.getName().substring(type.getPackageName().length() + 1);
    return name.startsWith("HelloAdapter") || name.equals(own + ".class");
  }

  private String manifest() {
    return """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-SymbolicName: org.example.hello
        Bundle-Version: 1.0.0
        Service-Component: OSGI-INF/adapter.xml
        Import-Package: org.gridtill.api.adapter,org.gridtill.api.adapter.terminal%s
        """
        .formatted(moreImports);
  }

  private String component() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="hello">
          <property name="%s" type="String" value="hello"/>
          <property name="gridtill.vendor" type="String" value="Example"/>
          <service><provide interface="%s"/></service>
          <implementation class="%s"/>
        </scr:component>
        """
        .formatted(property, TerminalAdapter.class.getName(), type.getName());
  }

  @Override
  protected List<TerminalExample> examples() {
    return List.of(
        new TerminalExample(
            "paid", frame("000001", 1234), request("000001", 1234), paid(), bytes("OK")),
        new TerminalExample(
            "refused", frame("000002", 99), request("000002", 99), refused(), bytes("NO")));
  }

  private static byte[] frame(String trace, int fen) {
    byte[] data = bytes("PAYT0000001" + trace + "0100000001" + "%08d".formatted(fen));
    byte[] frame = Arrays.copyOf(data, data.length + 8);
    System.arraycopy(mac(data), 0, frame, data.length, 8);
    return frame;
  }

  private static Request request(String trace, int fen) {
    return new Request.PayBills(
        new Origin("T0000001", "A001", "000001", trace),
        new ConsumerNo("0100000001"),
        Money.ofFen(fen));
  }

  private static Reply paid() {
    return Replies.toPayment().get(1);
  }

  private static Reply refused() {
    return new Reply.Refused(TIME, Refusal.CREDIT_EXHAUSTED, "No.");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] mac(byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(data);
    return bytes("%08x".formatted(sum.getValue()));
  }

  @Override
  protected TerminalSession session() {
    return new TerminalSession() {
      @Override
      public String remoteAddress() {
        return "192.0.2.1";
      }

      @Override
      public Verification verify(String terminalCode, byte[] data, byte[] mac) {
        return Arrays.equals(mac(data), mac) ? Verification.VALID : Verification.INVALID;
      }

      @Override
      public byte[] sign(byte[] data) {
        return mac(data);
      }

      @Override
      public byte[] encipher(byte[] data) {
        throw new IllegalStateException("nothing is enciphered");
      }

      @Override
      public byte[] decipher(byte[] data) {
        throw new IllegalStateException("nothing is enciphered");
      }
    };
  }
}

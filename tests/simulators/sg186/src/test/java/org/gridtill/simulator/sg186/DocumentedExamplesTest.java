package org.gridtill.simulator.sg186;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gridtill.simulator.sg186.utility.Population;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Replays the conversation in the documentation, request by request. */
class DocumentedExamplesTest {

  private static final Path PAGE = Path.of("../../../docs/sg186-soap.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```xml\n(.*?)```");

  @Test
  void theSimulatorAnswersAsDocumented() throws Exception {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(examples).hasSize(38);
    Population population = new Population(10_000, YearMonth.of(2026, 10));
    try (Simulator simulator = Simulator.open(population, Optional.empty(), 0);
        SimulatorServer server = new SimulatorServer(simulator, "127.0.0.1", 0, 0, true)) {
      HttpClient http = HttpClient.newHttpClient();
      for (int i = 0; i < examples.size(); i += 2) {
        HttpRequest request =
            HttpRequest.newBuilder(server.serviceUrl())
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(examples.get(i)))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(parse(answer).isEqualNode(parse(examples.get(i + 1))))
            .as("%s is answered by %s", examples.get(i), answer)
            .isTrue();
      }
    }
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    String dense = xml.strip().replaceAll(">\\s+<", "><");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(dense)));
  }
}

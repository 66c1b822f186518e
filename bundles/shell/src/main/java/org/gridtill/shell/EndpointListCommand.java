package org.gridtill.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.gateway.Endpoint;

/** Lists the addresses that terminals connect to. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "endpoint-list",
    description = "Lists the addresses for terminals, whether they listen, and what came in there")
public class EndpointListCommand extends ShellCommand {

  @Reference List<Endpoint> endpoints;

  @Override
  void run() {
    ShellTable table = new ShellTable();
    table.column("Endpoint");
    table.column("Adapter");
    table.column("Address");
    table.column("TLS");
    table.column("State");
    table.column("Connections").alignRight();
    table.column("Frames").alignRight();
    table.column("Refused");
    endpoints.stream()
        .sorted(Comparator.comparing(Endpoint::name))
        .forEach(
            endpoint ->
                table
                    .addRow()
                    .addContent(
                        endpoint.name(),
                        endpoint.adapter(),
                        endpoint.address(),
                        tls(endpoint),
                        endpoint.obstacle().orElse("listens"),
                        endpoint.connections() + "/" + endpoint.maxConnections(),
                        endpoint.frames(),
                        refused(endpoint.refused())));
    table.emptyTableText("no endpoint is configured").print(out);
  }

  private static String tls(Endpoint endpoint) {
    if (!endpoint.tls()) {
      return "no";
    }
    String clients = endpoint.clientCertificate();
    return "none".equals(clients) ? "yes" : "certificate " + clients;
  }

  private static String refused(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "-"
        : counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
  }
}

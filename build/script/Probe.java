import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the script needs of the network, where no tool is sure to be installed. */
public final class Probe {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Probe() {}

  /**
   * Runs one of: {@code free PORT}, {@code open PORT}, {@code get URL}, {@code post URL [BODY]}.
   * The exit code is 0 if the port is free, is open, or the answer's status is 2xx.
   */
  public static void main(String[] arguments) throws Exception {
    boolean yes =
        switch (arguments[0]) {
          case "free" -> isFree(Integer.parseInt(arguments[1]));
          case "open" -> isOpen(Integer.parseInt(arguments[1]));
          case "get" -> fetch(request(arguments[1]).GET());
          case "post" ->
              fetch(
                  request(arguments[1])
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString(arguments.length > 2 ? arguments[2] : "")));
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    System.exit(yes ? 0 : 1);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
  }

  private static boolean fetch(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      System.out.println(answer.body());
      return answer.statusCode() / 100 == 2;
    } catch (IOException e) {
      System.err.println(e);
      return false;
    }
  }
}

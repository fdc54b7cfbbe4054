#pragma once
#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

// What a server is started with, since MHD_start_daemon is variadic, which Swift cannot call.
typedef struct {
  const char *address;
  uint16_t port;
  unsigned int connections;
  unsigned int timeout;
  size_t memory;
  const char *certificate;
  const char *key;
} microhttpd_settings;

// Whether a text is an address of the machine's own loopback: 1 if so, 0 if it is another, -1 if it is none.
static inline int microhttpd_is_loopback(const char *text) {
  struct in_addr four;
  struct in6_addr six;
  if (inet_pton(AF_INET, text, &four) == 1) return ntohl(four.s_addr) >> 24 == 127;
  if (inet_pton(AF_INET6, text, &six) == 1) return IN6_IS_ADDR_LOOPBACK(&six) ? 1 : 0;
  return -1;
}

static inline struct MHD_Daemon *microhttpd_start(
    const microhttpd_settings *settings, MHD_AccessHandlerCallback handle,
    void *(*begin)(void *, const char *, struct MHD_Connection *),
    MHD_RequestCompletedCallback end, void *context) {
  struct sockaddr_in four;
  struct sockaddr_in6 six;
  const struct sockaddr *socket_address = (const struct sockaddr *)&four;
  // A thread of its own for each connection: a pool hands connections out to threads once and for all, so that whoever
  // shares a thread with many waits several times as long as whoever shares it with none.
  unsigned int flags =
      MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION;
  memset(&four, 0, sizeof four);
  memset(&six, 0, sizeof six);
  if (inet_pton(AF_INET, settings->address, &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    four.sin_port = htons(settings->port);
  } else if (inet_pton(AF_INET6, settings->address, &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(settings->port);
    socket_address = (const struct sockaddr *)&six;
    flags |= MHD_USE_IPv6;
  } else {
    return 0;
  }
  struct MHD_OptionItem tls[] = {
    { MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)settings->certificate },
    { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)settings->key },
    { MHD_OPTION_END, 0, 0 },
  };
  struct MHD_OptionItem none[] = { { MHD_OPTION_END, 0, 0 } };
  int is_secure = settings->certificate && settings->key;
  if (is_secure) flags |= MHD_USE_TLS;
  return MHD_start_daemon(
      flags, settings->port, 0, 0, handle, context,
      MHD_OPTION_SOCK_ADDR, socket_address,
      MHD_OPTION_URI_LOG_CALLBACK, begin, context,
      MHD_OPTION_NOTIFY_COMPLETED, end, context,
      MHD_OPTION_CONNECTION_LIMIT, settings->connections,
      MHD_OPTION_CONNECTION_TIMEOUT, settings->timeout,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->memory,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u,
      MHD_OPTION_ARRAY, is_secure ? tls : none,
      MHD_OPTION_END);
}

// The port that the system chose, or 0.
static inline uint16_t microhttpd_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

// The client's address as text.
static inline int microhttpd_client(struct MHD_Connection *connection, char *text, size_t size) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (!info || !info->client_addr) return 0;
  const struct sockaddr *address = info->client_addr;
  const void *bytes = address->sa_family == AF_INET6
      ? (const void *)&((const struct sockaddr_in6 *)address)->sin6_addr
      : (const void *)&((const struct sockaddr_in *)address)->sin_addr;
  return inet_ntop(address->sa_family, bytes, text, (socklen_t)size) != 0;
}

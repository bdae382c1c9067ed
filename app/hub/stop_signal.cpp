// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/stop_signal.h"

#include <QtGlobal>
#include <atomic>
#include <csignal>
#include <thread>
#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

namespace onedoor {

namespace {

std::atomic<bool> stopAsked = false;
constexpr std::chrono::milliseconds look{100};

void noteStop(int)
{
    stopAsked = true;
}

} // namespace

void listenForStop()
{
    std::signal(SIGTERM, noteStop);
    std::signal(SIGINT, noteStop);
}

bool waitForStop(std::chrono::milliseconds atMost)
{
    for (std::chrono::milliseconds waited{0}; waited < atMost && !stopAsked; waited += look)
        std::this_thread::sleep_for(look);
    return stopAsked;
}

bool enterWasPressed()
{
#ifdef Q_OS_UNIX
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    if (::poll(&input, 1, 0) <= 0 || (input.revents & POLLIN) == 0)
        return false;
    char text[256];
    return ::read(STDIN_FILENO, text, sizeof text) > 0; // the end of a file is no key
#else
    return false;
#endif
}

} // namespace onedoor

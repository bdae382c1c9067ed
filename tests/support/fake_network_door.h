// SPDX-License-Identifier: GPL-3.0-or-later
// A network door that shows what a test wants it to show, and notes what it was asked for.
#pragma once

#include "ui/models/network_door.h"

#include <QPromise>

namespace onedoor {

class FakeNetworkDoor final : public NetworkDoor {
public:
    NetworkView view() const override { return m_view; }
    void show(const NetworkView& view)
    {
        m_view = view;
        Q_EMIT changed();
    }
    QFuture<Result<PairingOffer>> openPairing(const Session&, const std::vector<QString>& compartments) override
    {
        pairedFor = compartments;
        ++pairings;
        return answered<PairingOffer>(offer);
    }
    QFuture<Result<void>> serve() override
    {
        ++serves;
        return answered<void>({});
    }
    QFuture<Result<void>> follow(const NodeAddress& host) override
    {
        followed.append(host);
        return answered<void>({});
    }
    QFuture<Result<QString>> joinHub(const Session&, const QString& code) override
    {
        hubCodes.append(code);
        return answered<QString>(hubAnswer);
    }
    void retryNow() override { ++retries; }
    bool takeAnewNotice() override { return std::exchange(anewNotice, false); }

    Result<PairingOffer> offer = PairingOffer{};
    Result<QString> hubAnswer = QString();
    QStringList hubCodes;
    QList<NodeAddress> followed;
    std::vector<QString> pairedFor; ///< the compartments of the last code
    int pairings = 0;
    int serves = 0;
    int retries = 0;
    bool anewNotice = false;

private:
    template <typename T>
    static QFuture<Result<T>> answered(const Result<T>& answer)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(answer);
        promise.finish();
        return promise.future();
    }

    NetworkView m_view;
};

} // namespace onedoor

// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway without a store: every act is answered from its own thread with an empty reply, or with the failure that is set.
// For tests of what stands in front of the gateway. Acts are recorded in the order in which they came.
#pragma once

#include "core/services/gateway.h"

#include <QStringList>
#include <thread>
#include <vector>

namespace onedoor {

class AnsweringGateway : public Gateway {
public:
    AnsweringGateway(CentreDefinition centre, bool rehearsal) : m_centre(std::move(centre)), m_rehearsal(rehearsal) {}
    ~AnsweringGateway() override { join(); }

    const CentreDefinition& centre() const override { return m_centre; }
    bool isRehearsal() const override { return m_rehearsal; }
    QFuture<Result<Session>> signIn(const QString&, const QString&) override { return {}; }

    Result<void> outcome; ///< of every act from now on
    QStringList acts;     ///< "login name"

protected:
    void post(const Session& session, const char* name, CommandTask, std::function<void(Result<void>)> done) override
    {
        answer(session, name, std::move(done));
    }
    void postQuery(const Session& session, const char* name, QueryTask, std::function<void(Result<void>)> done) override
    {
        answer(session, name, std::move(done));
    }

private:
    void answer(const Session& session, const char* name, std::function<void(Result<void>)> done)
    {
        acts.append(session.login + QLatin1Char(' ') + QLatin1StringView(name));
        join();
        m_worker = std::thread([done = std::move(done), result = outcome] { done(result); });
    }
    void join()
    {
        if (m_worker.joinable())
            m_worker.join();
    }

    CentreDefinition m_centre;
    bool m_rehearsal;
    std::thread m_worker;
};

} // namespace onedoor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/system_voice.h"

#include <QLocale>
#include <QTextToSpeech>
#include <algorithm>
#include <memory>

namespace onedoor {

using namespace Qt::StringLiterals;

class Speaker final : public QObject {
    Q_OBJECT
public:
    /// Takes the first engine of the system that speaks Mandarin.
    void find()
    {
        const QStringList engines = QTextToSpeech::availableEngines();
        for (const QString& engine : engines) {
            auto candidate = std::make_unique<QTextToSpeech>(engine);
            if (candidate->state() == QTextToSpeech::Error || !speaksMandarin(*candidate))
                continue;
            m_speech = std::move(candidate);
            connect(m_speech.get(), &QTextToSpeech::stateChanged, this, &Speaker::follow);
            break;
        }
        Q_EMIT found(m_speech != nullptr);
    }

    void say(const QString& sentence)
    {
        if (!m_speech) {
            Q_EMIT done();
            return;
        }
        m_isSaying = true;
        m_speech->say(sentence);
        if (m_speech->state() == QTextToSpeech::Error)
            finish();
    }

Q_SIGNALS:
    void found(bool isThere);
    void done();

private:
    static bool speaksMandarin(QTextToSpeech& speech)
    {
        const QList<QLocale> locales = speech.availableLocales();
        const auto mandarin = std::find_if(locales.begin(), locales.end(), [](const QLocale& each) {
            return each.language() == QLocale::Chinese && (each.territory() == QLocale::China || each.territory() == QLocale::AnyTerritory);
        });
        if (mandarin == locales.end())
            return false;
        speech.setLocale(*mandarin);
        return true;
    }

    void follow(QTextToSpeech::State state)
    {
        if (state == QTextToSpeech::Ready || state == QTextToSpeech::Error)
            finish();
    }

    void finish()
    {
        if (std::exchange(m_isSaying, false))
            Q_EMIT done();
    }

    std::unique_ptr<QTextToSpeech> m_speech; ///< made on the speaker's own thread
    bool m_isSaying = false;
};

SystemVoice::SystemVoice(QObject* parent) : Voice(parent), m_speaker(new Speaker)
{
    m_thread.setObjectName(u"voice"_s);
    m_speaker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_speaker, &QObject::deleteLater);
    connect(m_speaker, &Speaker::found, this, [this](bool isThere) { m_isThere = isThere; });
    connect(m_speaker, &Speaker::done, this, &Voice::done);
    m_thread.start();
    QMetaObject::invokeMethod(m_speaker, [speaker = m_speaker] { speaker->find(); }, Qt::QueuedConnection);
}

SystemVoice::~SystemVoice()
{
    m_thread.quit();
    m_thread.wait();
}

void SystemVoice::say(const QString& sentence)
{
    QMetaObject::invokeMethod(m_speaker, [speaker = m_speaker, sentence] { speaker->say(sentence); }, Qt::QueuedConnection);
}

} // namespace onedoor

#include "moc_system_voice.cpp"
#include "system_voice.moc"

using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Rules;

/// <summary>The sound track, and what is heard of it.</summary>
internal static class SoundRules
{
    public static void Judge(RuleBook book, SoundStream? sound, AudioRules rules)
    {
        book.Ask("sound", rules.Track, sound is not null || !rules.Track.Value, sound is not null);
        if (sound is null)
        {
            return;
        }

        book.Ask("soundCodec", rules.Codec, sound.Codec == rules.Codec.Value, sound.Codec);
        book.Ask("soundRate", rules.SampleRate, sound.SampleRate == rules.SampleRate.Value, sound.SampleRate);
        book.Ask("soundChannels", rules.Channels, sound.Channels == rules.Channels.Value, sound.Channels);
    }

    public static void JudgeHeard(RuleBook book, SoundLevel heard, Placement placement)
    {
        if (placement.Loudness is { } loudness && heard is { Lufs: { } lufs, TruePeak: { } peak })
        {
            book.Ask("loudness", loudness, loudness.Value.Holds(lufs), lufs, loudness.Value.ToString());
            book.Ask("truePeak", loudness, peak <= loudness.Value.Peak, peak, loudness.Value.Peak);
        }

        if (placement.NeedsSound is { } needed)
        {
            book.Advise("silent", needed, heard.Lufs is not null, "silence", "sound that is heard");
        }
    }
}

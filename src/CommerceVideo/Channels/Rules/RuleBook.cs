namespace CommerceVideo.Channels.Rules;

/// <summary>Keeps what was looked at and what was not held.</summary>
internal sealed class RuleBook
{
    private readonly List<string> _checked = [];

    private readonly List<BrokenRule> _broken = [];

    private readonly List<BrokenRule> _advice = [];

    /// <param name="limit">As it is told; the value of <paramref name="rule"/> where nothing is said.</param>
    public void Ask<T>(string name, Sourced<T> rule, bool held, object value, object? limit = null)
    {
        _checked.Add(name);
        if (!held)
        {
            _broken.Add(Breach(name, rule, value, limit));
        }
    }

    /// <summary>What the channel advises against and takes all the same.</summary>
    public void Advise<T>(string name, Sourced<T> rule, bool held, object value, object? limit = null)
    {
        _checked.Add(name);
        if (!held)
        {
            _advice.Add(Breach(name, rule, value, limit));
        }
    }

    public Judgement Close() => new(_checked, _broken) { Advice = _advice };

    private static BrokenRule Breach<T>(string name, Sourced<T> rule, object value, object? limit) =>
        new(name, value, limit ?? rule.Value!, rule.Confidence) { Source = rule.Source };
}

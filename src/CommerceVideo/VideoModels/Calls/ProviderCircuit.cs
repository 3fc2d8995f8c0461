using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>One breaker a provider: after failing often it is not asked for a while. The router reads its state.</summary>
internal sealed class ProviderCircuits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ProviderCircuit> _all = new(StringComparer.Ordinal);

    public ProviderCircuit Of(string provider) => _all.GetOrAdd(provider, _ => new ProviderCircuit(time));
}

/// <summary>The breaker round all exchanges with one provider.</summary>
internal sealed class ProviderCircuit
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly CircuitBreakerStateProvider _state = new();
    private DateTimeOffset _openUntil;

    public ProviderCircuit(TimeProvider time)
    {
        _time = time;
        Pipeline = new ResiliencePipelineBuilder<ProviderAnswer> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<ProviderAnswer>
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 6,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = Break,
                    StateProvider = _state,
                    OnOpened = _ =>
                    {
                        _openUntil = _time.GetUtcNow() + Break;
                        return ValueTask.CompletedTask;
                    },
                    ShouldHandle = static arguments => ValueTask.FromResult(IsFailure(arguments.Outcome.Result)),
                }
            )
            .Build();
    }

    public ResiliencePipeline<ProviderAnswer> Pipeline { get; }

    /// <summary>It is left alone now. The breaker itself counts as open until somebody tries, whom this must not keep away.</summary>
    public bool IsOpen => _state.CircuitState == CircuitState.Open && _time.GetUtcNow() < _openUntil;

    // A refusal is an answer; only silence and the provider's own trouble speak against it.
    private static bool IsFailure(ProviderAnswer? answer) =>
        answer
            is ProviderAnswer.NotSent
                or ProviderAnswer.Lost
                or ProviderAnswer.Answered { Status: >= 500 and <= 599 };
}

using System.Collections;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The properties of a kind of things with the ways from a service's objects to facts and back.</summary>
/// <typeparam name="TThing">The type of a service's answer.</typeparam>
/// <typeparam name="TNew">The type of a service's input for a new resource.</typeparam>
/// <typeparam name="TChange">The type of a service's input for a change.</typeparam>
internal class ServiceFacts<TThing, TNew, TChange> : FactList, IEnumerable<Fact>
{
    private readonly List<Way> _ways = [];

    /// <summary>Adds a property.</summary>
    /// <param name="name">Its key in a definition.</param>
    /// <param name="shape">The form of the property in a definition and in the facts of a state.</param>
    /// <param name="get">Its value in what a service answers.</param>
    /// <param name="make">Puts its value into what a service takes for a new thing.</param>
    /// <param name="change">Puts its new value into what a service takes for a change.</param>
    /// <param name="isRequired">True if a definition must say it.</param>
    /// <param name="description">The schema's text besides the form.</param>
    public void Add<T>(string name, Shape<T> shape, Func<TThing, T> get, Func<TNew, T, TNew> make, Func<TChange, T, TChange> change,
        bool isRequired = false, string? description = null)
    {
        var fact = new Fact(name, shape, isRequired, description);
        Add(fact);
        _ways.Add(new Way(
            fact,
            thing => shape.Parts(get(thing)),
            (input, parts) => make(input, shape.Value(parts)),
            (input, parts) => change(input, shape.Value(parts))));
    }

    /// <summary>Adds a key that is no fact.</summary>
    public void Add(string name, NoFact shape, bool isRequired = false, string? description = null) =>
        Add(new Fact(name, shape, isRequired, description));

    /// <summary>The facts of what a service answers.</summary>
    public IReadOnlyDictionary<string, string> Of(TThing thing) =>
        StateItem.Said(StateItem.FactsOf(_ways.SelectMany(way => way.Fact.Named(way.Get(thing)))));

    /// <summary>Puts facts into what a service takes for a new thing. An empty fact is none.</summary>
    public TNew Make(TNew input, IReadOnlyDictionary<string, string> facts) =>
        Put(input, [.. StateItem.Said(facts)!], way => way.Make);

    /// <summary>Puts new, changed and removed facts into a service's input for a change.</summary>
    public TChange Change(TChange input, StateChange change) => Put(
        input,
        [.. change.Set!, .. change.Unset.Select(name => KeyValuePair.Create(name, (string?)null))],
        way => way.Change);

    public IEnumerator<Fact> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TInput Put<TInput>(TInput input, IReadOnlyList<KeyValuePair<string, string?>> facts,
        Func<Way, Func<TInput, IReadOnlyDictionary<string, string?>, TInput>> put)
    {
        foreach (var way in _ways)
            if (way.Fact.Parts(facts) is { Count: > 0 } parts) input = put(way)(input, parts);
        return input;
    }

    private sealed record Way(
        Fact Fact,
        Func<TThing, IEnumerable<(string Part, string? Value)>> Get,
        Func<TNew, IReadOnlyDictionary<string, string?>, TNew> Make,
        Func<TChange, IReadOnlyDictionary<string, string?>, TChange> Change);
}

/// <summary>The same where a service takes one thing for both.</summary>
/// <typeparam name="TThing">The type of a service's answer.</typeparam>
/// <typeparam name="TInput">The type of a service's input.</typeparam>
internal sealed class ServiceFacts<TThing, TInput> : ServiceFacts<TThing, TInput, TInput>
{
    /// <summary>Adds a property; <paramref name="put"/> answers what a service takes with its value in it.</summary>
    public void Add<T>(string name, Shape<T> shape, Func<TThing, T> get, Func<TInput, T, TInput> put, bool isRequired = false,
        string? description = null) => Add(name, shape, get, put, put, isRequired, description);

    /// <summary>Adds a property; <paramref name="put"/> puts its value into what a service takes.</summary>
    public void Add<T>(string name, Shape<T> shape, Func<TThing, T> get, Action<TInput, T> put, bool isRequired = false,
        string? description = null)
    {
        TInput Put(TInput input, T value)
        {
            put(input, value);
            return input;
        }

        Add(name, shape, get, Put, Put, isRequired, description);
    }
}

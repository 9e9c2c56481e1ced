using System.Reflection;
using System.Text.Json;
using Amazon.Glue.Model;
using LakeTools.Core.Glue;

namespace LakeTools.Tests.Jobs;

/// <summary>Targets that stay keep every setting that Glue has of them.</summary>
public sealed class CrawlerTargetPartsTests
{
    [Fact]
    public void Targets_that_stay_keep_all_their_settings()
    {
        var targets = new CrawlerTargets();
        foreach (var list in typeof(CrawlerTargets).GetProperties().Where(property => property.PropertyType.IsGenericType))
        {
            var made = (System.Collections.IList)Activator.CreateInstance(list.PropertyType)!;
            foreach (var number in new[] { 1, 2 }) made.Add(Filled(list.PropertyType.GetGenericArguments()[0], number));
            list.SetValue(targets, made);
        }

        var same = CrawlerTargetParts.Of(CrawlerTargetList.Shown(targets), targets);
        Assert.Equal(JsonSerializer.Serialize(targets), JsonSerializer.Serialize(same));
    }

    [Fact]
    public void Paths_keep_their_order_and_the_settings_of_the_target_that_they_were_in()
    {
        var old = new CrawlerTargets { DeltaTargets = [new() { DeltaTables = ["s3://lake/1", "s3://lake/2"], WriteManifest = true }] };
        var made = CrawlerTargetParts.Of([Delta("s3://lake/2"), Delta("s3://lake/3"), Delta("s3://lake/1/")], old).DeltaTargets;
        Assert.Equal(["s3://lake/2", "s3://lake/3", "s3://lake/1/"], made.Select(target => Assert.Single(target.DeltaTables)));
        Assert.Equal([true, false, true], made.Select(target => target.WriteManifest));

        static LakeGlueCrawlerTarget Delta(string path) => new("Delta", path, null, []);
    }

    private static object Filled(Type type, int number)
    {
        var filled = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(filled, kind switch
            {
                _ when kind == typeof(string) => $"{property.Name}{number}",
                _ when kind == typeof(bool) => true,
                _ when kind == typeof(int) => 3,
                _ when kind == typeof(double) => 0.5,
                _ when kind == typeof(List<string>) && property.Name == "EnableAdditionalMetadata" => new List<string> { "COMMENTS" },
                _ when kind == typeof(List<string>) => new List<string> { $"{property.Name}{number}" },
                _ => throw new InvalidOperationException($"{type.Name}.{property.Name} is a {kind.Name}"),
            });
        }

        return filled;
    }
}

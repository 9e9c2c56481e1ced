using LakeTools.Local.Wire.Models;

namespace LakeTools.Tests.Local.Wire;

public sealed class ModelTests
{
    [Theory]
    [InlineData("lakeformation", "GrantPermissions")]
    [InlineData("glue", "CreateTable")]
    [InlineData("secretsmanager", "CreateSecret")]
    [InlineData("logs", "PutLogEvents")]
    [InlineData("iam", "CreateRole")]
    [InlineData("sts", "AssumeRole")]
    [InlineData("ec2", "CreateVpcEndpoint")]
    public void Every_model_can_be_read(string service, string operation)
    {
        var model = ServiceModel.For(service);
        Assert.Equal(service, model.Service);
        Assert.Contains(operation, model.Operations.Keys);
        foreach (var shape in Reachable(model)) shape.Pattern?.IsMatch("a");
    }

    private static HashSet<Shape> Reachable(ServiceModel model)
    {
        var found = new HashSet<Shape>();
        var next = new Stack<Shape>(model.Operations.Values);
        while (next.TryPop(out var shape))
        {
            if (!found.Add(shape)) continue;
            if (shape.Item is { } item) next.Push(item);
            if (shape.Key is { } key) next.Push(key);
            foreach (var member in shape.Members.Values) next.Push(member.Shape);
        }

        return found;
    }
}

using LakeTools.Generator.Aws;

// LakeTools.Generator <kind> <arguments of the kind>
try
{
    return args switch
    {
        ["aws", .. var rest] => AwsCommand.Run(rest),
        _ => Usage(),
    };
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine(AwsCommand.Usage);
    return 2;
}

namespace LakeTools.Tests.Faults;

/// <summary>One typed line for each cmdlet, on a lake that <see cref="Seed"/> has filled.</summary>
internal static class CmdletCases
{
    /// <summary>What the lines find. <c>$work</c> is a folder.</summary>
    public const string Seed = """
        Set-Content "$work/a.csv" 'id,region', '1,eu', '2,us'
        Set-Content "$work/lake.yaml" 'lake: 1', 'name: shop', 'databases: { shop: { tables: { t1: { columns: { a: int } } } } }',
            'grants: [ { to: role/p, on: { database: shop, table: t1 }, allow: [SELECT] } ]'
        Set-Content "$work/older.yaml" 'lake: 1', 'name: older', 'databases: { older: { description: one } }',
            'owns: [{ database: older }]'
        New-LakeBucket data; New-LakeBucket empty
        Send-LakeObject "$work/a.csv" s3://data/t/day=2026/; Send-LakeObject "$work/a.csv" s3://data/t/day=2027/
        Send-LakeObject "$work/a.csv" s3://data/plain/
        New-GlueDatabase sales; New-GlueDatabase idle
        New-GlueTable sales orders -Column id:int, region:string -Header -Location s3://data/t/ -PartitionKey day:string
        New-GlueTable sales plain -Column id:int, region:string -Header -Location s3://data/plain/
        Set-GlueTable sales plain -Description second
        New-GluePartition sales orders 2026 -Location s3://data/t/day=2026/
        New-LakeRole loader -Path s3://data/
        New-LakeVpcEndpoint S3 -VpcId vpc-0a1b2c3d4e5f60718
        Register-LakeLocation s3://data -RoleArn arn:aws:iam::000000000000:role/loader
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName plain
        New-LakeOptIn -Principal role/a -DatabaseName sales -TableName plain
        New-LakeTag team -Value red, blue; New-LakeTag spare -Value x
        Add-LakeTagAssignment -Tag @{ team = 'red' } -DatabaseName sales
        New-LakeTagExpression reds @{ team = 'red' }
        New-LakeDataFilter sales plain some -RowFilter 'id = 1'
        Set-LakeSetting -AllowExternalDataFiltering -AllowFullTableExternalDataAccess
        Add-LakeAdministrator role/second
        New-LakeSecret login -Value @{ user = 'u'; password = 'p' }; Set-LakeSecret login -Key password -Value q
        Start-LakeSecretRotation login -RotationLambdaArn LakeTools-Manual -AutomaticallyAfterDays 30 -RotateImmediately:$false
        New-LakeSecret spare -Value text
        New-LakeSecret gone -Value text; Remove-LakeSecret gone -RecoveryDays 7 -Confirm:$false
        Set-LakeSecretPolicy login -Policy @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'
            Principal = @{ AWS = 'arn:aws:iam::000000000000:role/etl' }; Action = 'secretsmanager:GetSecretValue'; Resource = '*' }) }
        Add-LakeSecretReplica login us-west-2
        New-LakeGlueJob etl -Role loader -ScriptLocation s3://data/none.py -Command glueetl
        New-LakeGlueConnection shop -ConnectionType NETWORK
        New-LakeCatalog other -Description x
        New-LakeGlueCrawler daily -Role loader -DatabaseName idle -Path s3://data/none/
        New-LakeGlueTrigger nightly -Type Scheduled -Schedule '0 2 * * ? *' -JobName etl
        New-LakeGlueJob ran -Role loader -ScriptLocation s3://data/none.py -Command glueetl
        New-LakeGlueJob runs -Role loader -ScriptLocation s3://data/none.py -Command glueetl
        Start-LakeGlueJob ran; Wait-LakeGlueJobRun ran -TimeoutSeconds 600 -ErrorAction Ignore
        Start-LakeGlueJob runs; Wait-LakeGlueJobRun runs -TimeoutSeconds 600 -ErrorAction Ignore
        foreach ($id in '888888888888', '999999999999') {
            $other = Connect-Lake -Local $folder -AccountId $id -NoDefault; New-GlueDatabase given -Connection $other
            Grant-LakePermission -Principal '000000000000' -Permission DESCRIBE -DatabaseName given -Connection $other
        }
        Get-LakeShareInvitation | ForEach-Object { Set-Content "$work/$($_.SenderAccountId).txt" $_.InvitationArn }
        $query = Start-LakeQuery 'SELECT 1 AS one'; $null = $query | Receive-LakeQuery; Set-Content "$work/query.txt" $query.Id
        Export-LakeDefinition "$work/exported.yaml"
        Publish-LakeDefinition "$work/older.yaml"
        Set-Content "$work/older.yaml" 'lake: 1', 'name: older', 'databases: { older: { description: two } }',
            'owns: [{ database: older }]'
        Publish-LakeDefinition "$work/older.yaml"
        """;

    /// <summary>The lines, by cmdlet.</summary>
    public static IReadOnlyList<CmdletCase> All { get; } =
    [
        new("Connect-Lake", "Connect-Lake -Local $folder -NoDefault") { IsSilent = true },
        new("Get-LakeConnection", "Get-LakeConnection") { IsSilent = true },
        new("Test-LakeConnection", "Test-LakeConnection") { Reports = true },
        new("Disconnect-Lake", "Disconnect-Lake") { IsSilent = true },
        new("Start-LakeServer", "Start-LakeServer") { IsSilent = true },
        new("Stop-LakeServer", "Stop-LakeServer") { IsSilent = true },
        new("Test-LakeDefinition", "Test-LakeDefinition \"$work/lake.yaml\"") { IsSilent = true },
        new("Compare-LakeDefinition", "Compare-LakeDefinition \"$work/lake.yaml\""),
        new("Publish-LakeDefinition", "Publish-LakeDefinition \"$work/lake.yaml\"") { HasSteps = true, Reports = true },
        new("Export-LakeDefinition", "Export-LakeDefinition"),
        new("Get-LakeDefinitionHistory", "Get-LakeDefinitionHistory older") { IsSilent = true },
        new("Restore-LakeDefinition", "Restore-LakeDefinition older 1") { HasSteps = true, Reports = true },
        new("Format-LakePlan", "Compare-LakeDefinition \"$work/lake.yaml\" | Format-LakePlan -As Json"),
        new("Export-LakePlan", "Compare-LakeDefinition \"$work/lake.yaml\" | Export-LakePlan \"$work/kept.json\""),
        new("New-GlueDatabase", "New-GlueDatabase fresh -Description x -Tag @{ a = 'b' }"),
        new("Get-GlueDatabase", "Get-GlueDatabase"),
        new("Remove-GlueDatabase", "Remove-GlueDatabase idle -Confirm:$false"),
        new("New-GlueTable", "New-GlueTable sales fresh -Column id:int -Location s3://data/fresh/"),
        new("Get-GlueTable", "Get-GlueTable sales *"),
        new("Remove-GlueTable", "Remove-GlueTable sales plain -Confirm:$false"),
        new("Set-GlueDatabase", "Set-GlueDatabase sales -Description x -PassThru"),
        new("Set-GlueTable", "Set-GlueTable sales plain -Description x -PassThru") { IsCounted = true },
        new("Get-GlueTableVersion", "Get-GlueTableVersion sales plain"),
        new("Restore-GlueTable", "Restore-GlueTable sales plain -VersionId 0 -PassThru") { IsCounted = true },
        new("Find-GlueTable", "Find-GlueTable plain"),
        new("New-GluePartition", "New-GluePartition sales orders 2028"),
        new("Get-GluePartition", "Get-GluePartition sales orders"),
        new("Set-GluePartition", "Set-GluePartition sales orders 2026 -Location s3://data/plain/ -PassThru"),
        new("Remove-GluePartition", "Remove-GluePartition sales orders 2026 -Confirm:$false"),
        new("Sync-GluePartition", "Sync-GluePartition sales orders"),
        new("Grant-LakePermission", "Grant-LakePermission -Principal role/b -Permission SELECT -DatabaseName sales "
            + "-TableName plain -PassThru"),
        new("Revoke-LakePermission", "Revoke-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales "
            + "-TableName plain -PassThru"),
        new("Get-LakePermission", "Get-LakePermission"),
        new("Test-LakePermission", "Test-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName plain"),
        new("Register-LakeLocation", "Register-LakeLocation s3://empty -UseServiceLinkedRole -PassThru"),
        new("Set-LakeLocation", "Set-LakeLocation s3://data -HybridAccess -PassThru"),
        new("Get-LakeLocation", "Get-LakeLocation"),
        new("Unregister-LakeLocation", "Unregister-LakeLocation s3://data -Confirm:$false"),
        new("Test-LakeAccess", "Test-LakeAccess -Principal role/a -DatabaseName sales -TableName plain"),
        new("Get-LakeAccessEvent", "Get-LakeAccessEvent"),
        new("Find-LakeUnusedPermission", "Find-LakeUnusedPermission 0"),
        new("New-LakeOptIn", "New-LakeOptIn -Principal role/b -DatabaseName sales -TableName plain"),
        new("Get-LakeOptIn", "Get-LakeOptIn"),
        new("Remove-LakeOptIn", "Remove-LakeOptIn -Principal role/a -DatabaseName sales -TableName plain -Confirm:$false"),
        new("Get-LakeShareInvitation", "Get-LakeShareInvitation"),
        new("Approve-LakeShareInvitation", "Approve-LakeShareInvitation (Get-Content $work/888888888888.txt) -PassThru"),
        new("Deny-LakeShareInvitation", "Deny-LakeShareInvitation (Get-Content $work/999999999999.txt) -PassThru"),
        new("Get-LakeTemporaryCredential", "Get-LakeTemporaryCredential sales plain"),
        new("New-LakeDataFilter", "New-LakeDataFilter sales plain other -RowFilter 'id = 2'"),
        new("Get-LakeDataFilter", "Get-LakeDataFilter sales plain"),
        new("Set-LakeDataFilter", "Set-LakeDataFilter sales plain some -RowFilter 'id = 2' -PassThru") { IsCounted = true },
        new("Remove-LakeDataFilter", "Remove-LakeDataFilter sales plain some -Confirm:$false"),
        new("Get-LakeSetting", "Get-LakeSetting"),
        new("Set-LakeSetting", "Set-LakeSetting -AllowExternalDataFiltering:$false -PassThru"),
        new("Add-LakeAdministrator", "Add-LakeAdministrator role/third"),
        new("Get-LakeAdministrator", "Get-LakeAdministrator"),
        new("Remove-LakeAdministrator", "Remove-LakeAdministrator role/second -Confirm:$false"),
        new("New-LakeTag", "New-LakeTag fresh -Value x, y"),
        new("Get-LakeTag", "Get-LakeTag"),
        new("Set-LakeTag", "Set-LakeTag spare -AddValue y -RemoveValue x -PassThru"),
        new("Remove-LakeTag", "Remove-LakeTag spare -Confirm:$false"),
        new("Add-LakeTagAssignment", "Add-LakeTagAssignment -Tag @{ spare = 'x' } -DatabaseName sales -TableName plain"),
        new("Get-LakeTagAssignment", "Get-LakeTagAssignment -DatabaseName sales"),
        new("Remove-LakeTagAssignment", "Remove-LakeTagAssignment -Tag @{ team = 'red' } -DatabaseName sales -Confirm:$false"),
        new("New-LakeTagExpression", "New-LakeTagExpression blues @{ team = 'blue' }"),
        new("Get-LakeTagExpression", "Get-LakeTagExpression"),
        new("Set-LakeTagExpression", "Set-LakeTagExpression reds @{ team = 'blue' } -PassThru"),
        new("Remove-LakeTagExpression", "Remove-LakeTagExpression reds -Confirm:$false"),
        new("Find-LakeTaggedResource", "Find-LakeTaggedResource -TagExpression @{ team = 'red' }"),
        new("Get-LakeSecret", "Get-LakeSecret login"),
        new("New-LakeSecret", "New-LakeSecret fresh -Value text"),
        new("Set-LakeSecret", "Set-LakeSecret login -Key password -Value r -PassThru") { IsCounted = true },
        new("Remove-LakeSecret", "Remove-LakeSecret spare -RecoveryDays 7 -Confirm:$false"),
        new("Get-LakeSecretInfo", "Get-LakeSecretInfo"),
        new("Restore-LakeSecret", "Restore-LakeSecret gone -PassThru"),
        new("Get-LakeSecretVersion", "Get-LakeSecretVersion login"),
        new("Undo-LakeSecret", "Undo-LakeSecret login -PassThru"),
        new("Start-LakeSecretRotation",
            "Start-LakeSecretRotation login -RotationLambdaArn arn:aws:lambda:us-east-1:000000000000:function:LakeTools-Manual"),
        new("Stop-LakeSecretRotation", "Stop-LakeSecretRotation login"),
        new("Add-LakeSecretReplica", "Add-LakeSecretReplica login eu-west-1 -PassThru"),
        new("Remove-LakeSecretReplica", "Remove-LakeSecretReplica login us-west-2 -Confirm:$false"),
        new("Get-LakeSecretPolicy", "Get-LakeSecretPolicy login"),
        new("Set-LakeSecretPolicy", "Set-LakeSecretPolicy login -Policy '{\"Version\":\"2012-10-17\","
            + "\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
            + "\"Action\":\"secretsmanager:GetSecretValue\",\"Resource\":\"*\"}]}' -PassThru"),
        new("Remove-LakeSecretPolicy", "Remove-LakeSecretPolicy login -Confirm:$false"),
        new("New-LakePassword", "New-LakePassword"),
        new("New-LakeGlueConnection", "New-LakeGlueConnection fresh -ConnectionType NETWORK"),
        new("Get-LakeGlueConnection", "Get-LakeGlueConnection"),
        new("Set-LakeGlueConnection", "Set-LakeGlueConnection shop -Description x -PassThru"),
        new("Remove-LakeGlueConnection", "Remove-LakeGlueConnection shop -Confirm:$false"),
        new("New-LakeCatalog", "New-LakeCatalog fresh -Description x"),
        new("Get-LakeCatalog", "Get-LakeCatalog"),
        new("Set-LakeCatalog", "Set-LakeCatalog other -Description y -PassThru"),
        new("Remove-LakeCatalog", "Remove-LakeCatalog other -Confirm:$false"),
        new("New-LakeGlueCrawler", "New-LakeGlueCrawler fresh -Role loader -DatabaseName idle -Path s3://data/none/"),
        new("Get-LakeGlueCrawler", "Get-LakeGlueCrawler"),
        new("Set-LakeGlueCrawler", "Set-LakeGlueCrawler daily -Description x -PassThru") { IsCounted = true },
        new("Remove-LakeGlueCrawler", "Remove-LakeGlueCrawler daily -Confirm:$false"),

        // A crawl goes on beside the call, so that the state behind it is not one that could be compared.
        new("Start-LakeGlueCrawler", "Start-LakeGlueCrawler daily -WhatIf") { IsSilent = true },
        new("Stop-LakeGlueCrawler", "Stop-LakeGlueCrawler daily -WhatIf") { IsSilent = true },
        new("New-LakeGlueTrigger", "New-LakeGlueTrigger fresh -Type OnDemand -JobName etl"),
        new("Get-LakeGlueTrigger", "Get-LakeGlueTrigger"),
        new("Set-LakeGlueTrigger", "Set-LakeGlueTrigger nightly -Description x -PassThru"),
        new("Remove-LakeGlueTrigger", "Remove-LakeGlueTrigger nightly -Confirm:$false"),
        new("Start-LakeGlueTrigger", "Start-LakeGlueTrigger nightly"),
        new("Stop-LakeGlueTrigger", "Stop-LakeGlueTrigger nightly"),
        new("Get-LakeBucket", "Get-LakeBucket"),
        new("New-LakeGlueJob", "New-LakeGlueJob fresh -Role loader -ScriptLocation s3://data/none.py -Command glueetl"),
        new("Get-LakeGlueJob", "Get-LakeGlueJob"),
        new("Set-LakeGlueJob", "Set-LakeGlueJob etl -Description x -PassThru"),
        new("Remove-LakeGlueJob", "Remove-LakeGlueJob etl -Confirm:$false"),
        new("Start-LakeGlueJob", "Start-LakeGlueJob etl") { IsCounted = true, IsNotRepeated = true },
        new("Get-LakeGlueJobRun", "Get-LakeGlueJobRun ran"),
        new("Wait-LakeGlueJobRun", "Wait-LakeGlueJobRun ran -TimeoutSeconds 5"),
        new("Stop-LakeGlueJobRun", "Stop-LakeGlueJobRun runs"),
        new("Get-LakeGlueJobLog", "Get-LakeGlueJobLog ran"),
        new("Reset-LakeGlueJobBookmark", "Reset-LakeGlueJobBookmark etl") { IsCounted = true },
        new("New-LakeRole", "New-LakeRole fresh -Path s3://data/") { HasSteps = true, Remedy = "Remove-LakeRole fresh -Confirm:$false" },
        new("Get-LakeRole", "Get-LakeRole loader"),
        new("Remove-LakeRole", "Remove-LakeRole loader -Confirm:$false") { HasSteps = true },
        new("New-LakeVpcEndpoint", "New-LakeVpcEndpoint S3 -VpcId vpc-0123456789abcdef0") { IsCounted = true },
        new("Get-LakeVpcEndpoint", "Get-LakeVpcEndpoint"),
        new("Remove-LakeVpcEndpoint", "Get-LakeVpcEndpoint | Remove-LakeVpcEndpoint -Confirm:$false"),
        new("New-LakeBucket", "New-LakeBucket fresh"),
        new("Get-LakeObject", "Get-LakeObject s3://data/*"),
        new("Send-LakeObject", "Send-LakeObject \"$work/a.csv\" s3://data/sent/ -PassThru"),
        new("Receive-LakeObject", "Receive-LakeObject s3://data/plain/a.csv \"$work/received.csv\" -PassThru"),
        new("Remove-LakeObject", "Remove-LakeObject s3://data/plain/a.csv -Confirm:$false"),
        new("Copy-LakeObject", "Copy-LakeObject s3://data/plain/a.csv s3://data/copied.csv"),
        new("Remove-LakeBucket", "Remove-LakeBucket empty -Confirm:$false"),
        new("Invoke-LakeQuery", "Invoke-LakeQuery 'SELECT count(*) AS n FROM sales.plain'"),
        new("Start-LakeQuery", "Start-LakeQuery 'SELECT 1 AS one'"),
        new("Get-LakeQuery", "Get-LakeQuery"),
        new("Receive-LakeQuery", "Receive-LakeQuery (Get-Content $work/query.txt)"),
        new("Stop-LakeQuery", "Stop-LakeQuery (Get-Content $work/query.txt) -PassThru"),
        new("Import-LakeData", "Import-LakeData -DatabaseName sales -TableName plain"),
        new("Export-LakeData", "[pscustomobject]@{ id = 1 } | Export-LakeData -Uri s3://data/out/a.json"),
        new("Export-LakeReport", "Export-LakeReport \"$work/report.html\" -PassThru"),
    ];
}

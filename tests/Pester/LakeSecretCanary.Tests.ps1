# A secret's value must not be found in anything but what was asked for as plain text: every command that can meet one is run with
# values that can be told from all else, and every stream, error, file and serialized form is searched for them.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $module = Get-Module LakeTools
    $lake = Join-Path $TestDrive lake
    Connect-Lake -Local $lake
    $mark = 'canary' + [guid]::NewGuid().ToString('N')
    $secure = ConvertTo-SecureString "$mark-secure" -AsPlainText -Force
    $table = @{ username = 'loader'; password = "$mark-table" }
    $policy = @{ Version = '2012-10-17'
        Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::000000000000:role/etl' }; Action = 'secretsmanager:GetSecretValue'; Resource = '*' }) }
    $script = {
        New-LakeSecret nest -Value $table -Description 'for tests' -Tag @{ team = 'sales' } -ReplicaRegion us-east-2 -Verbose -Debug
        New-LakeSecret nest -Value $table
        New-LakeSecret nest-text -Value "$mark-text" -Verbose -Debug
        New-LakeSecret nest-secure -Value $secure
        New-LakeSecret nest-login -Value ([pscredential]::new('me', $secure))
        New-LakeSecret nest-bytes -Value ([Text.Encoding]::UTF8.GetBytes("$mark-bytes"))
        New-LakeSecret 'no good' -Value "$mark-name"
        New-LakeSecret nest-odd -Value @{ a = [System.IO.StringReader]::new("$mark-odd") }
        New-LakeSecret nest-long -Value ("$mark-long" + 'x' * 70000)
        Set-LakeSecret nest -Key password -Value "$mark-second" -PassThru -Verbose -Debug
        Set-LakeSecret nest-text -Key password -Value "$mark-key"
        Set-LakeSecret gone -Value "$mark-gone"
        Set-LakeSecret nest -Value "$mark-pending" -VersionStage AWSPENDING -PassThru
        Stop-LakeSecretRotation nest -RemovePending -PassThru -Verbose -Debug
        Undo-LakeSecret nest -PassThru -Verbose -Debug
        Get-LakeSecretVersion nest -IncludeDeprecated
        Get-LakeSecret nest, nest-text, nest-bytes, gone -Verbose -Debug
        Get-LakeSecret -Filter @{ name = 'nest' }
        Get-LakeSecret nest -Key none
        Get-LakeSecret nest-text -Key none
        Get-LakeSecret nest-text -AsHashtable
        Get-LakeSecret nest-text -AsCredential
        Get-LakeSecret nest-login -AsCredential
        Get-LakeSecret nest -AsHashtable
        Get-LakeSecretInfo -Verbose -Debug
        Set-LakeSecretPolicy nest -Policy $policy -PassThru
        Get-LakeSecretPolicy nest
        Remove-LakeSecretPolicy nest -Confirm:$false
        Add-LakeSecretReplica nest us-west-2 -PassThru
        Remove-LakeSecretReplica nest us-east-2, us-west-2 -Confirm:$false
        Start-LakeSecretRotation nest-text -RotationLambdaArn arn:aws:lambda:us-east-1:000000000000:function:LakeTools-Manual -Wait -TimeoutSeconds 0
        New-LakePassword -Verbose -Debug
        & $module 'LakeTools.Extension\Set-Secret' -Name vault -Secret "$mark-vault" -VaultName v -AdditionalParameters @{}
        & $module 'LakeTools.Extension\Get-SecretInfo' -Filter '*' -VaultName v -AdditionalParameters @{}
        New-LakeGlueJob job -Role r -ScriptLocation s3://scripts/none.py -Command pythonshell -DefaultArgument @{ a = "$mark-table" }
        New-LakeGlueJob job -Role r -ScriptLocation s3://scripts/none.py -Command pythonshell
        Start-LakeGlueJob job -Argument @{ a = "jdbc://loader:$mark-table@host" }
        Start-LakeGlueJob job -Argument @{ a = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("loader:$mark-table")) }
        Start-LakeGlueJob job -Argument @{ a = (ConvertTo-Json @{ deep = @{ password = "$mark-table" } }) }
        Start-LakeGlueJob job -Argument @{ a = $secure }
        Start-LakeGlueJob job -SecretArgument @{ a = 'nest#password' }
        Get-LakeGlueJob
        Get-LakeGlueJobRun job
        Remove-LakeSecret nest -RecoveryDays 7 -Confirm:$false -Verbose -Debug
        Get-LakeSecret nest
        Restore-LakeSecret nest -PassThru -Verbose -Debug
    }

    # Every other command, in the same process and lake, with keys of a connection that can be told too.
    $rest = {
        trap { continue } # what one command refuses keeps no other from its turn
        $work = Join-Path $TestDrive work
        $null = New-Item -ItemType Directory $work -Force
        Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey "$mark-key" -SessionToken "$mark-token" -Region us-east-1 -EndpointUrl http://127.0.0.1:9 -MaxRetry 0 -NoDefault -PassThru |
            ForEach-Object { $_; Get-GlueDatabase -Connection $_ }
        Get-LakeSecret nest | Connect-Lake -Region us-east-1 -NoDefault -PassThru
        Get-LakeConnection; Test-LakeConnection; Start-LakeServer -PassThru; Stop-LakeServer
        New-LakeBucket nest-data; Set-Content "$work/a.csv" 'id,region', '1,eu'
        Send-LakeObject "$work/a.csv" s3://nest-data/t/ -PassThru; Get-LakeObject s3://nest-data/*; Copy-LakeObject s3://nest-data/t/a.csv s3://nest-data/u/b.csv
        Receive-LakeObject s3://nest-data/t/a.csv "$work/b.csv"
        New-GlueDatabase nest; Set-GlueDatabase nest -Description x -PassThru; Get-GlueDatabase
        New-GlueTable nest t -Column id:int, region:string -Header -Location s3://nest-data/t/ -PartitionKey day:string
        Set-GlueTable nest t -Description x -PassThru; Get-GlueTable nest *; Get-GlueTableVersion nest t; Restore-GlueTable nest t -VersionId 0; Find-GlueTable t
        New-GluePartition nest t 2026; Set-GluePartition nest t 2026 -Location s3://nest-data/t/ -PassThru; Get-GluePartition nest t; Sync-GluePartition nest t
        $query = Start-LakeQuery "SELECT 1 AS one"; Invoke-LakeQuery "SELECT 1 AS one, ? AS two" -Parameter x; Receive-LakeQuery $query.Id; Get-LakeQuery; Stop-LakeQuery $query.Id -PassThru
        Import-LakeData s3://nest-data/t/a.csv | Export-LakeData -Uri s3://nest-data/out/a.json
        New-LakeRole nest-role -Path s3://nest-data/; Get-LakeRole
        New-LakeVpcEndpoint S3 -VpcId vpc-0a1b2c3d4e5f60718; Get-LakeVpcEndpoint
        Register-LakeLocation s3://nest-data -UseServiceLinkedRole -PassThru; Set-LakeLocation s3://nest-data -HybridAccess -PassThru; Get-LakeLocation
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName nest -TableName t -PassThru; Get-LakePermission
        Test-LakePermission -Principal role/a -Permission SELECT -DatabaseName nest -TableName t
        Test-LakeAccess -Principal role/a -DatabaseName nest -TableName t
        New-LakeOptIn -Principal role/a -DatabaseName nest -TableName t; Get-LakeOptIn
        $other = Connect-Lake -Local $lake -AccountId 999999999999 -NoDefault; New-GlueDatabase given -Connection $other
        Grant-LakePermission -Principal '000000000000' -Permission DESCRIBE -DatabaseName given -Connection $other
        Get-LakeShareInvitation; Get-LakeShareInvitation Pending | Approve-LakeShareInvitation -PassThru; Get-LakeShareInvitation | Deny-LakeShareInvitation
        Set-LakeSetting -AllowFullTableExternalDataAccess
        Get-LakeTemporaryCredential nest t; Get-LakeTemporaryCredential nest t | Connect-Lake -NoDefault -PassThru; Get-LakeAccessEvent; Find-LakeUnusedPermission 0
        New-LakeTag nest -Value x; Set-LakeTag nest -AddValue y -PassThru; Get-LakeTag
        Add-LakeTagAssignment -Tag @{ nest = 'x' } -DatabaseName nest; Get-LakeTagAssignment -DatabaseName nest; Find-LakeTaggedResource -TagExpression @{ nest = 'x' }
        New-LakeTagExpression nest @{ nest = 'x' }; Set-LakeTagExpression nest @{ nest = 'y' } -PassThru; Get-LakeTagExpression
        New-LakeDataFilter nest t f -RowFilter 'id = 1'; Set-LakeDataFilter nest t f -RowFilter 'id = 2' -PassThru; Get-LakeDataFilter nest t
        Get-LakeSetting; Set-LakeSetting -AllowExternalDataFiltering -PassThru; Add-LakeAdministrator role/b; Get-LakeAdministrator; Remove-LakeAdministrator role/b -Confirm:$false
        Set-LakeGlueJob job -Description x -PassThru; Reset-LakeGlueJobBookmark job; Wait-LakeGlueJobRun job -TimeoutSeconds 1; Get-LakeGlueJobLog job; Stop-LakeGlueJobRun job
        New-LakeGlueConnection con -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:mysql://h/d' } -Credential ([pscredential]::new('u', (ConvertTo-SecureString "$mark-table" -AsPlainText -Force)))
        New-LakeGlueConnection con2 -ConnectionType JDBC -Property @{ PASSWORD = "$mark-table" }
        Set-LakeGlueConnection con -Description x -PassThru; Get-LakeGlueConnection | ConvertTo-Json -Depth 5; Get-LakeBucket
        New-LakeCatalog nested -FederatedIdentifier x -ConnectionName con; Set-LakeCatalog nested -Description x -PassThru; Get-LakeCatalog; Remove-LakeCatalog nested -Confirm:$false
        New-LakeGlueCrawler crawl -Role r -Path s3://nest-data/ -DatabaseName nest; Set-LakeGlueCrawler crawl -Description x -PassThru; Get-LakeGlueCrawler
        Start-LakeGlueCrawler crawl -Wait; Stop-LakeGlueCrawler crawl
        New-LakeGlueTrigger trigger -Type OnDemand -JobName job -Argument @{ a = "jdbc://loader:$mark-table@host" }
        New-LakeGlueTrigger trigger -Type OnDemand -JobName job; Set-LakeGlueTrigger trigger -Description x -PassThru; Get-LakeGlueTrigger
        Start-LakeGlueTrigger trigger -WhatIf; Stop-LakeGlueTrigger trigger
        Remove-LakeGlueTrigger trigger -Confirm:$false; Remove-LakeGlueCrawler crawl -Confirm:$false; Remove-LakeGlueConnection con -Confirm:$false
        Export-LakeReport "$work/report.html"; Export-LakeDefinition; Export-LakeDefinition "$work/lake.yaml"; Test-LakeDefinition "$work/lake.yaml"
        Compare-LakeDefinition "$work/lake.yaml" -Detailed; Compare-LakeDefinition "$work/lake.yaml" | Format-LakePlan -As Json
        Compare-LakeDefinition "$work/lake.yaml" | Export-LakePlan "$work/plan.json" -PassThru
        Publish-LakeDefinition "$work/lake.yaml"; Get-LakeDefinitionHistory; Restore-LakeDefinition lake 1
        Revoke-LakePermission -Principal role/a -Permission SELECT -DatabaseName nest -TableName t -PassThru
        Remove-LakeOptIn -Principal role/a -DatabaseName nest -TableName t -Confirm:$false; Remove-LakeDataFilter nest t f -Confirm:$false
        Remove-LakeTagAssignment -Tag @{ nest = 'x' } -DatabaseName nest -Confirm:$false; Remove-LakeTagExpression nest -Confirm:$false; Remove-LakeTag nest -Confirm:$false
        Unregister-LakeLocation s3://nest-data -Confirm:$false; Remove-LakeVpcEndpoint none -Confirm:$false; Remove-LakeRole nest-role -Confirm:$false
        Remove-GluePartition nest t 2026 -Confirm:$false; Remove-GlueTable nest t -Confirm:$false; Remove-GlueDatabase nest -Recurse -Confirm:$false
        Remove-LakeObject s3://nest-data/ -Recurse -Confirm:$false; Remove-LakeBucket nest-data -Confirm:$false; Remove-LakeGlueJob job -Confirm:$false
    }
    $Error.Clear()
    $seen = & { & $script; & $rest } *>&1
    $failures = @($Error)

    # The same at a terminal that keeps a transcript. What a person types would be in it as well; here nobody types a value.
    function Get-Transcript {
        . "$PSScriptRoot/_samples/Pwsh.ps1"
        $program, $arguments = Get-Pwsh
        $file = Join-Path $TestDrive transcript.ps1
        Set-Content $file @"
`$TestDrive = '$TestDrive/transcribed'
`$mark = `$env:LAKETOOLS_TEST_MARK
Import-Module '$($module.ModuleBase)'
`$module = Get-Module LakeTools
`$secure = ConvertTo-SecureString "`$mark-secure" -AsPlainText -Force
`$table = @{ username = 'loader'; password = "`$mark-table" }
`$policy = ConvertFrom-Json '$(ConvertTo-Json $policy -Depth 5 -Compress)' -AsHashtable
Connect-Lake -Local "`$TestDrive/lake"
`$null = Start-Transcript '$TestDrive/transcript.txt'
& {$script}
& {$rest}
`$null = Stop-Transcript
"@
        $env:LAKETOOLS_TEST_MARK = $mark
        try { $null = & $program @arguments -NoProfile -NonInteractive -File $file *>&1 } finally { $env:LAKETOOLS_TEST_MARK = $null }
        Get-Content (Join-Path $TestDrive transcript.txt) -Raw
    }
}

AfterAll { Disconnect-Lake }

Describe 'A value that nobody asked for' {
    It 'met every command' {
        $module.ExportedCmdlets.Keys | Where-Object { $_ -ne 'Disconnect-Lake' -and "$script$rest" -notmatch "\b$_\b" } | Should -BeNullOrEmpty
        @($seen).Count | Should -BeGreaterThan 50
        $failures.Count | Should -BeGreaterThan 10
        $failures | Where-Object { $_.Exception -is [System.Management.Automation.ParameterBindingException] -or $_.Exception -is [System.Management.Automation.CommandNotFoundException] } |
            ForEach-Object { $_.InvocationInfo.Line.Trim() } | Should -BeNullOrEmpty
    }

    It 'is in no text of any stream' { $seen | Out-String -Width 4000 | Should -Not -Match $mark }

    It 'is in no list of all properties' { $seen | Format-List * -Force | Out-String -Width 4000 | Should -Not -Match $mark }

    It 'is in no interpolated string' { "$seen" | Should -Not -Match $mark }

    It 'is in no JSON and no CliXml of what was put out' {
        $objects = $seen | Where-Object { $_.GetType().Namespace -eq 'LakeTools' }
        @($objects).Count | Should -BeGreaterThan 15
        $objects | ConvertTo-Json -Depth 6 | Should -Not -Match $mark
        $file = Join-Path $TestDrive seen.xml
        $objects | Export-Clixml $file -Depth 5
        $text = Get-Content $file -Raw
        $text | Should -Not -Match $mark
        $text | Should -Not -Match ([Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($mark)))
    }

    It 'is in no error, nor in what caused it' {
        $failures | Format-List * -Force | Out-String -Width 4000 | Should -Not -Match $mark
        foreach ($failure in $failures) {
            for ($cause = $failure.Exception; $cause; $cause = $cause.InnerException) {
                "$cause $($cause.Data.Values)" | Should -Not -Match $mark
                $cause | Format-List * -Force | Out-String -Width 4000 | Should -Not -Match $mark
            }
            "$($failure.TargetObject) $($failure.ErrorDetails)" | Should -Not -Match $mark
        }
    }

    It 'is in no transcript' {
        $transcript = Get-Transcript
        foreach ($shown in 'nest-text', 'VERBOSE:', 'transcript\.ps1:\d+', 'PowerShell transcript end') { $transcript | Should -Match $shown }
        $transcript | Should -Not -Match $mark
    }

    It 'is in no file of the lake, in any of three encodings' {
        # A lock is empty, and is not opened by anybody else.
        $files = Get-ChildItem $lake -Recurse -File | Where-Object Name -NotLike *.lock
        $files | Should -Not -BeNullOrEmpty
        $bytes = [Text.Encoding]::UTF8.GetBytes($mark)
        $wide = [Text.Encoding]::Latin1.GetString([Text.Encoding]::Unicode.GetBytes($mark))
        foreach ($file in $files) {
            $text = [Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($file.FullName))
            $text.Contains($mark) | Should -BeFalse -Because $file.Name
            $text.Contains($wide) | Should -BeFalse -Because $file.Name
            $text.Contains([Convert]::ToBase64String($bytes, 0, 36)) | Should -BeFalse -Because $file.Name
        }
    }
}

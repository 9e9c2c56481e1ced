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
        Start-LakeSecretRotation nest-text -RotationLambdaArn arn:aws:lambda:us-east-1:000000000000:function:mine -Wait -TimeoutSeconds 0
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
    $Error.Clear()
    $seen = & $script *>&1
    $failures = @($Error)
}

AfterAll { Disconnect-Lake }

Describe 'A value that nobody asked for' {
    It 'met every command that is about secrets' {
        foreach ($name in $module.ExportedCmdlets.Keys -match '-(LakeSecret\w*|LakePassword)$') { "$script" | Should -Match "\b$name\b" }
        @($seen).Count | Should -BeGreaterThan 50
        $failures.Count | Should -BeGreaterThan 10
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

    It 'is in no file of the lake, in any of three encodings' {
        $files = Get-ChildItem $lake -Recurse -File
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
